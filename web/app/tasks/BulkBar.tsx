import { useFetcher } from "@remix-run/react";
import { Check, Trash2 } from "lucide-react";
import { type KeyboardEvent, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/Button";
import { CATEGORY_MAX, MANY_MAX, PRIORITIES } from "./task";
import { useDayChoices } from "./use-day-choices";

const control = "dense min-h-11 min-w-0 border-b border-edge bg-transparent text-ink";

/** What is done to the tasks that are selected; each is one change with one undo. */
export default function BulkBar({
  ids,
  today,
  onAll,
  onDone,
}: {
  ids: number[];
  today: string;
  onAll(): void;
  onDone(): void;
}) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ ok: boolean }>({ key: "many" });
  const { data, state } = fetcher;
  const choices = useDayChoices(today);
  const none = ids.length === 0 || ids.length > MANY_MAX;
  const apply = (to: string, value = "") =>
    fetcher.submit(
      { intent: "many", ids: ids.join(), to, value },
      { method: "post", action: "/tasks" },
    );

  useEffect(() => {
    if (state === "idle" && data?.ok) onDone();
  }, [state, data, onDone]);

  // The focus goes back to what begins a selection, unless it is in the list.
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>("[data-selects]")?.focus();
    },
    [],
  );

  return (
    <section
      aria-label={t("list.bulk.title")}
      data-over-top
      className="appear sticky top-0 z-20 mb-4 border bg-raised px-4 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p aria-live="polite" className="note figures">
          {t("list.bulk.count", { count: ids.length })}
        </p>
        <Button type="button" variant="quiet" onClick={onAll}>
          {t("list.bulk.all")}
        </Button>
        <Button type="button" disabled={none} onClick={() => apply("complete")}>
          <Check aria-hidden="true" size={16} strokeWidth={1.5} />
          {t("list.bulk.complete")}
        </Button>
        <select
          aria-label={t("list.field.date")}
          disabled={none}
          value="-"
          onKeyDown={openFirst}
          onChange={(event) => apply("due", event.target.value)}
          className={`${control} chevron`}
        >
          <option value="-" disabled>
            {t("list.field.date")}
          </option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <select
          aria-label={t("list.field.priority")}
          disabled={none}
          value="-"
          onKeyDown={openFirst}
          onChange={(event) => apply("priority", event.target.value)}
          className={`${control} chevron`}
        >
          <option value="-" disabled>
            {t("list.field.priority")}
          </option>
          {PRIORITIES.map((priority) => (
            <option key={priority} value={priority}>
              {t(`tasks.priority.${priority}`)}
            </option>
          ))}
        </select>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            apply("category", String(new FormData(event.currentTarget).get("category") ?? ""));
          }}
        >
          <input
            name="category"
            aria-label={t("list.field.category")}
            placeholder={t("list.field.category")}
            disabled={none}
            dir="auto"
            list="categories"
            autoComplete="off"
            maxLength={CATEGORY_MAX}
            className={`${control} w-28`}
          />
        </form>
        <Button type="button" variant="danger" disabled={none} onClick={() => apply("delete")}>
          <Trash2 aria-hidden="true" size={16} strokeWidth={1.5} />
          {t("list.bulk.delete")}
        </Button>
        <Button type="button" variant="quiet" className="ms-auto" onClick={onDone}>
          {t("list.bulk.done")}
        </Button>
      </div>
    </section>
  );
}

/** A key that would choose at once opens the choices instead: here what is chosen is done. */
function openFirst(event: KeyboardEvent<HTMLSelectElement>): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  const chooses = /^(Arrow.*|Page.*|Home|End|[^ ])$/u.test(key);
  if (!chooses || ctrlKey || metaKey || altKey) return;
  event.preventDefault();
  event.currentTarget.showPicker?.();
}
