import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn } from "#app/i18n/dates";
import { Button } from "#app/ui/Button";
import { DatePicker } from "#app/ui/DatePicker";
import { InlineField, InlineSelect } from "#app/ui/InlineField";
import { Problem } from "#app/ui/Problem";
import { DraftConflicts } from "./DraftConflicts";
import { CATEGORY_MAX, DESCRIPTION_MAX, PRIORITIES, type Task, TITLE_MAX } from "./task";
import { type DraftField, presetOf, RECURRENCE_PRESETS } from "./task-draft";
import type { EditFailure } from "./task-form";
import type { Unsaved } from "./unsaved";
import { useDayChoices } from "./use-day-choices";
import { useDraft } from "./use-draft";

const area =
  "w-full resize-none not-supports-[field-sizing:content]:resize-y rounded-control border border-edge bg-page px-3 py-2 text-ink own-words focus-visible:outline-offset-0 aria-invalid:border-danger";

/** Every field of a task. Without script it is a plain form; `failure` is what that came back with. */
export function TaskEditor({
  task,
  timeZone,
  dates,
  failure: posted,
}: {
  task: Task;
  timeZone: string;
  dates: DateContext;
  failure?: EditFailure;
}) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ ok: true } | EditFailure | Unsaved>({ key: `edit-${task.id}` });
  const { draft, base, sent, conflicts, dirty, set, send, refused, saved, reset } = useDraft(
    task,
    timeZone,
    posted,
  );
  const answer = fetcher.data;
  const failure = answer && !answer.ok ? answer : answer ? undefined : posted;
  const problem = failure?.intent === "edit" && failure.problem !== "conflict" && failure.problem;

  const { state } = fetcher;
  const form = useRef<HTMLFormElement>(null);
  const [again, setAgain] = useState(false);

  useEffect(() => {
    if (answer && !answer.ok) {
      setAgain(false);
      refused(answer.intent === "edit" ? answer.current : undefined);
    }
  }, [answer, refused]);
  useEffect(() => {
    if (state === "idle") saved();
  }, [state, saved]);
  useEffect(() => {
    if (!again || state !== "idle" || sent) return;
    setAgain(false);
    form.current?.requestSubmit();
  }, [again, state, sent]);

  const field = (name: DraftField) => ({
    name,
    value: draft[name],
    "aria-invalid": problem === name || undefined,
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
  });
  const preset = presetOf(draft.recurrence);
  const choices = useDayChoices(dayIn(timeZone, new Date(dates.now)));

  return (
    <fetcher.Form
      ref={form}
      method="post"
      onSubmit={(event) => {
        // What is saved while an earlier save is under way goes after it, from where that one ends.
        if (state === "idle") return send();
        event.preventDefault();
        setAgain(true);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.currentTarget.requestSubmit();
        }
      }}
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="intent" value="edit" />
      <input type="hidden" name="id" value={task.id} />
      <input type="hidden" name="base" value={JSON.stringify(base)} />
      {problem && <Problem>{t(`list.invalid.${problem}`)}</Problem>}
      {failure?.intent === "unsaved" && <Problem>{t("notices.notSaved")}</Problem>}
      {conflicts.length > 0 && (
        <DraftConflicts draft={draft} conflicts={conflicts} dates={dates} onTake={set} />
      )}
      <textarea
        {...field("title")}
        aria-label={t("list.field.title")}
        rows={1}
        maxLength={TITLE_MAX}
        onKeyDown={(event) => {
          // A title is one line: Enter saves it.
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className={`${area} lead grow-6`}
      />
      <textarea
        {...field("description")}
        aria-label={t("list.field.description")}
        placeholder={t("list.field.description")}
        rows={3}
        maxLength={DESCRIPTION_MAX}
        className={`${area} dense grow-6 min-h-24`}
      />
      <div className="grid grid-cols-2 gap-x-4 gap-y-3">
        <DatePicker
          label={t("list.field.date")}
          name="date"
          timeName="time"
          date={draft.date}
          time={draft.time}
          onDate={(value) => set("date", value)}
          onTime={(value) => set("time", value)}
          choices={choices}
          dates={dates}
          invalid={problem === "due"}
          className="col-span-2"
        />
        <InlineSelect label={t("list.field.priority")} {...field("priority")}>
          {PRIORITIES.map((priority) => (
            <option key={priority} value={priority}>
              {t(`tasks.priority.${priority}`)}
            </option>
          ))}
        </InlineSelect>
        <InlineField
          label={t("list.field.category")}
          dir="auto"
          maxLength={CATEGORY_MAX}
          autoComplete="off"
          list="categories"
          {...field("category")}
        />
        <InlineSelect
          label={t("list.field.recurrence")}
          {...field("recurrence")}
          className="col-span-2"
        >
          <option value="">{t("list.repeat.never")}</option>
          {Object.entries(RECURRENCE_PRESETS).map(([name, rule]) => (
            <option key={name} value={rule}>
              {t(`list.repeat.${name as keyof typeof RECURRENCE_PRESETS}`)}
            </option>
          ))}
          {draft.recurrence && !preset && (
            <option value={draft.recurrence}>
              {t("list.repeat.own", { rule: draft.recurrence })}
            </option>
          )}
        </InlineSelect>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant={dirty ? "primary" : "plain"}>{t("list.panel.save")}</Button>
        {dirty && (
          <Button type="button" variant="quiet" onClick={reset}>
            {t("list.panel.discard")}
          </Button>
        )}
      </div>
    </fetcher.Form>
  );
}
