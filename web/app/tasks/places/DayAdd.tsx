import { useFetcher } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { newSubmission } from "#app/platform/submission";
import type { SaveFailure } from "#app/tasks/edit/save-failure";
import type { AddFailure } from "#app/tasks/edit/task-form";
import { LINE_MAX } from "#app/tasks/quick-add/line-max";
import { Problem } from "#app/ui/feedback/Problem";

/** A line that adds a task to a day, unless it names another one. */
export function DayAdd({ day, label }: { day: string; label: string }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ ok: true } | AddFailure | SaveFailure>({ key: `add-${day}` });
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef("");
  const { data, state } = fetcher;
  const failure = state === "idle" && data && !data.ok ? data : undefined;

  // What was not taken is there again, unless something else is being written.
  useEffect(() => {
    if (failure && field.current?.value === "") field.current.value = sent.current;
  }, [failure]);

  return (
    <fetcher.Form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        sent.current = String(form.get("title") ?? "");
        if (!sent.current.trim()) return;
        form.set("submission", newSubmission());
        fetcher.submit(form, { method: "post" });
        event.currentTarget.reset();
      }}
      className="print:hidden"
    >
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="day" value={day} />
      <div className="flex items-center gap-2 text-quiet">
        <Plus aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />
        <input
          ref={field}
          name="title"
          data-quick-add
          aria-label={label}
          aria-invalid={failure?.intent === "add" || undefined}
          placeholder={t("nav.add")}
          maxLength={LINE_MAX}
          autoComplete="off"
          enterKeyHint="done"
          className="dense own-words min-h-11 w-full min-w-0 bg-transparent text-ink focus-visible:-outline-offset-2"
        />
      </div>
      {failure && (
        <Problem>
          {t(failure.intent === "add" ? `tasks.invalid.${failure.problem}` : "notices.notSaved")}
        </Problem>
      )}
    </fetcher.Form>
  );
}
