import { useFetcher } from "@remix-run/react";
import { Check, Trash2 } from "lucide-react";
import { type KeyboardEvent, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { dayIn } from "#app/i18n/dates";
import { useDates } from "#app/i18n/use-format";
import MoveField from "#app/tasks/row/MoveField";
import { BULK_MAX, CATEGORY_MAX, PRIORITIES } from "#app/tasks/task/task";
import { Button } from "#app/ui/controls/Button";
import { useDayChoices } from "./use-day-choices";

const control = "dense min-h-11 min-w-0 border-b border-edge bg-transparent text-ink";

/** Actions on the selected tasks; each is one request with one undo. */
export default function BulkBar({
  ids,
  timeZone,
  now,
  onAll,
  onDone,
}: {
  ids: number[];
  timeZone: string;
  now: string;
  onAll(): void;
  onDone(): void;
}) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ ok: boolean }>({ key: "many" });
  const { data, state } = fetcher;
  const choices = useDayChoices(dayIn(timeZone, new Date(now)));
  const dates = useDates(timeZone, now);
  const disabled = ids.length === 0 || ids.length > BULK_MAX;
  const apply = (to: string, value = "") =>
    fetcher.submit(
      { intent: "many", ids: ids.join(), to, value },
      { method: "post", action: "/tasks" },
    );

  useEffect(() => {
    if (state !== "submitting" && data?.ok) onDone();
  }, [state, data, onDone]);

  // On unmount the focus would be lost: it returns to the button that starts a selection.
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
      className="appear sticky top-(--header) z-10 mb-4 border bg-raised px-4 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p aria-live="polite" className="note figures">
          {t("list.bulk.count", { count: ids.length })}
        </p>
        <Button type="button" variant="quiet" onClick={onAll}>
          {t("list.bulk.all")}
        </Button>
        <Button type="button" disabled={disabled} onClick={() => apply("complete")}>
          <Check aria-hidden="true" size={16} strokeWidth={1.5} />
          {t("list.bulk.complete")}
        </Button>
        <select
          aria-label={t("list.field.date")}
          disabled={disabled}
          value="-"
          onKeyDown={openPicker}
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
          disabled={disabled}
          value="-"
          onKeyDown={openPicker}
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
            disabled={disabled}
            dir="auto"
            list="categories"
            autoComplete="off"
            maxLength={CATEGORY_MAX}
            className={`${control} w-28`}
          />
        </form>
        {!disabled && (
          <MoveField
            ids={ids}
            due={null}
            preview={false}
            fetcherKey="many"
            dates={dates}
            className="w-56 pb-1"
          />
        )}
        <Button type="button" variant="danger" disabled={disabled} onClick={() => apply("delete")}>
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

/**
 * Opens the picker on keys that would change the value of a closed select: here a change applies at
 * once, and typing or arrow keys would apply the first value they pass.
 */
function openPicker(event: KeyboardEvent<HTMLSelectElement>): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  const changesValue = /^(Arrow.*|Page.*|Home|End|[^ ])$/u.test(key);
  if (!changesValue || ctrlKey || metaKey || altKey) return;
  event.preventDefault();
  event.currentTarget.showPicker?.();
}
