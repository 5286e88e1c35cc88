import { useFetcher } from "@remix-run/react";
import { lazy, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn } from "#app/i18n/dates";
import { useDayChoices } from "#app/tasks/list/use-day-choices";
import { NotesField } from "#app/tasks/notes/NotesField";
import { durationLabel } from "#app/tasks/task/duration-label";
import { presetOf, RECURRENCE_PRESETS } from "#app/tasks/task/recurrence-presets";
import { CATEGORY_MAX, PRIORITIES, type Task, TITLE_MAX } from "#app/tasks/task/task";
import { loadClock } from "#app/tasks/times/load-clock";
import { localDue } from "#app/tasks/times/local-due";
import { Button } from "#app/ui/controls/Button";
import { InlineField, InlineSelect } from "#app/ui/controls/InlineField";
import { isClock } from "#app/ui/dates/clock";
import { DatePicker } from "#app/ui/dates/DatePicker";
import { Problem } from "#app/ui/feedback/Problem";
import { DraftConflicts } from "./DraftConflicts";
import { RepeatFields } from "./RepeatFields";
import type { SaveFailure } from "./save-failure";
import { changedFields, type Draft, type DraftField } from "./task-draft";
import type { EditFailure } from "./task-form";
import { useAutosave } from "./use-autosave";
import { useDraft } from "./use-draft";

const MoveField = lazy(() => import("#app/tasks/row/MoveField"));

const area =
  "w-full resize-none not-supports-[field-sizing:content]:resize-y rounded-control border border-edge bg-page px-3 py-2 text-ink own-words focus-visible:outline-offset-0 aria-invalid:border-danger";

/** Durations to choose from, in minutes. */
const DURATIONS = [15, 30, 45, 60, 90, 120, 180, 240];

/**
 * The form for every field of a task. It works without JavaScript: `failure` is the result of such
 * a plain submission.
 */
export function TaskEditor({
  task,
  timeZone,
  dates,
  failure: initialFailure,
}: {
  task: Task;
  timeZone: string;
  dates: DateContext;
  failure?: EditFailure;
}) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ ok: true } | EditFailure | SaveFailure>({ key: `edit-${task.id}` });
  const edited = useDraft(task, timeZone, initialFailure);
  const { draft, base, sent, conflicts, dirty, set, send, rejected, settled, reset } = edited;
  const result = fetcher.data;
  const failure = result ? (result.ok ? undefined : result) : initialFailure;
  const problem = failure?.intent === "edit" && failure.problem !== "conflict" && failure.problem;

  const { state } = fetcher;
  // What was refused is not sent again until it was changed.
  const failureStands =
    failure !== undefined && failure.intent === "edit" && !dirtySince(failure, draft);
  const form = useRef<HTMLFormElement>(null);
  const [resubmit, setResubmit] = useState(false);

  useEffect(() => {
    if (result && !result.ok) {
      setResubmit(false);
      rejected(result.intent === "edit" ? result.current : undefined);
    }
  }, [result, rejected]);
  useEffect(() => {
    if (state !== "submitting") settled();
  }, [state, settled]);
  useEffect(() => {
    if (!resubmit || state === "submitting" || sent) return;
    setResubmit(false);
    form.current?.requestSubmit();
  }, [resubmit, state, sent]);

  useAutosave({
    ...{ task, form, draft, base, dirty, version: edited.version, restore: edited.restore },
    ready:
      conflicts.length === 0 &&
      sent === null &&
      problem !== "title" &&
      !failureStands &&
      (draft.time === "" || isClock(draft.time)),
  });

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
        // A save during another one is sent after it, based on its result. The list may still load.
        if (state !== "submitting") return send();
        event.preventDefault();
        setResubmit(true);
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
      <input type="hidden" name="quiet" defaultValue="" />
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
          // The title is a single line: Enter saves.
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className={`${area} lead grow-6`}
      />
      <NotesField
        value={draft.description}
        invalid={problem === "description"}
        onChange={(notes) => set("description", notes)}
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
          loadTimes={loadClock(dates)}
          other={(close) => (
            <MoveField
              ids={[task.id]}
              due={localDue(task, timeZone)}
              fetcherKey={`move-${task.id}`}
              dates={dates}
              onDone={close}
              className="mb-2 border-b px-1 pb-2"
            />
          )}
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
        <InlineField
          label={t("list.field.labels")}
          dir="auto"
          autoComplete="off"
          placeholder={t("list.labels")}
          className="col-span-2"
          {...field("labels")}
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
        <InlineSelect label={t("list.field.duration")} {...field("duration")}>
          <option value="">{t("list.lasting.unsaid")}</option>
          {[...new Set([...DURATIONS, Number(draft.duration)])]
            .filter((minutes) => minutes > 0)
            .map((minutes) => (
              <option key={minutes} value={minutes}>
                {durationLabel(minutes, t, dates.numerals)}
              </option>
            ))}
        </InlineSelect>
        {draft.recurrence && (
          <RepeatFields draft={draft} set={set} timeZone={timeZone} dates={dates} />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant={dirty ? "primary" : "plain"}>{t("list.panel.save")}</Button>
        {dirty && (
          <Button type="button" variant="quiet" onClick={reset}>
            {t("list.panel.discard")}
          </Button>
        )}
        <span role="status" className="note text-quiet">
          {!dirty && result?.ok && state === "idle" && t("list.panel.saved")}
        </span>
      </div>
    </fetcher.Form>
  );
}

/** Whether a draft is another one than that which was refused. */
const dirtySince = ({ values }: EditFailure, draft: Draft): boolean =>
  changedFields(values, draft).length > 0;
