import { useFetcher } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/Button";
import { InlineField, InlineSelect } from "#app/ui/Field";
import { Problem } from "#app/ui/Problem";
import { CATEGORY_MAX, PRIORITIES, TITLE_MAX } from "./task";
import type { AddFailure } from "./task-form";

/** The line that adds. `failure` is what a form without script comes back with. */
export function QuickAdd({
  action,
  categories,
  failure: posted,
}: {
  action: string;
  categories: string[];
  failure?: AddFailure;
}) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ ok: true } | AddFailure>({ key: "add" });
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const answer = fetcher.data;
  const failure = answer ? (answer.ok ? undefined : answer) : posted;
  const values = posted?.values ?? {};

  useEffect(() => {
    if (!answer?.ok) return;
    form.current?.reset();
    title.current?.focus();
  }, [answer]);

  return (
    <fetcher.Form ref={form} method="post" action={action} className="border-y py-3">
      <input type="hidden" name="intent" value="add" />
      <div className="flex items-center gap-3">
        <Plus aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0 text-quiet" />
        <input
          ref={title}
          name="title"
          aria-label={t("tasks.add.label")}
          aria-invalid={failure?.problem === "title" || undefined}
          aria-describedby={failure ? "add-problem" : undefined}
          placeholder={t("tasks.add.title")}
          maxLength={TITLE_MAX}
          autoComplete="off"
          enterKeyHint="done"
          defaultValue={values.title}
          className="lead own-words min-h-12 min-w-0 flex-1 bg-transparent outline-offset-4"
        />
        <Button variant="primary" data-add>
          {t("tasks.add.submit")}
        </Button>
      </div>
      {failure && (
        <div id="add-problem" className="py-2">
          <Problem>{t(`tasks.invalid.${failure.problem}`)}</Problem>
        </div>
      )}
      <details className="unfold" open={failure !== undefined && failure.problem !== "title"}>
        <summary className="note inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4">
          {t("tasks.add.details")}
        </summary>
        <div className="grid grid-cols-2 gap-3 pt-1 md:grid-cols-[11rem_8rem_8rem_minmax(0,14rem)] md:ps-8">
          <InlineField
            label={t("tasks.add.date")}
            name="date"
            type="date"
            defaultValue={values.date}
          />
          <InlineField
            label={t("tasks.add.time")}
            name="time"
            type="time"
            defaultValue={values.time}
          />
          <InlineSelect
            label={t("tasks.add.priority")}
            name="priority"
            defaultValue={values.priority ?? "medium"}
          >
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {t(`tasks.priority.${priority}`)}
              </option>
            ))}
          </InlineSelect>
          <InlineField
            label={t("tasks.add.category")}
            name="category"
            dir="auto"
            maxLength={CATEGORY_MAX}
            autoComplete="off"
            list="categories"
            defaultValue={values.category}
          />
          <datalist id="categories">
            {categories.map((category) => (
              <option key={category} value={category} />
            ))}
          </datalist>
        </div>
      </details>
    </fetcher.Form>
  );
}
