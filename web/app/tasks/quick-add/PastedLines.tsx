import { useEffect, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { useReminderTexts } from "#app/i18n/reminder-page";
import { BULK_MAX } from "#app/tasks/task/task";
import { taskTimes } from "#app/tasks/times/task-times";
import { timeContext } from "#app/tasks/times/time-context";
import { timeParts } from "#app/tasks/times/time-label";
import { Button } from "#app/ui/controls/Button";
import { readQuickAdd } from "./read-quick-add";
import { reminderLabels } from "./reminder-labels";

/** Lines that are shown; the others are counted. */
const SHOWN = 5;

/** Asks once whether pasted lines are that many tasks, and shows what they would be. */
export function PastedLines({
  lines,
  dates,
  onAdd,
  onJoin,
  onCancel,
}: {
  lines: readonly string[];
  dates: DateContext;
  onAdd(): void;
  /** Puts the lines into the field, as one. */
  onJoin(): void;
  onCancel(): void;
}) {
  const { t } = useTranslation();
  const words = useReminderTexts();
  const id = useId();
  const question = useRef<HTMLFieldSetElement>(null);
  const read = useMemo(() => {
    const context = timeContext(dates);
    return lines.map((line) => readQuickAdd(line, context));
  }, [lines, dates]);
  // A line may say several times, and is several tasks then.
  const count = read.reduce((sum, { value }) => sum + taskTimes(value).length, 0);
  const tooMany = count > BULK_MAX;

  useEffect(() => question.current?.querySelector("button")?.focus(), []);

  return (
    <fieldset
      ref={question}
      aria-describedby={`${id}-lines`}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
      className="appear mt-2 border-t py-3 ps-8"
    >
      <legend className="lead float-start w-full">
        {tooMany ? t("reading.linesMax", { count, max: BULK_MAX }) : t("reading.lines", { count })}
      </legend>
      <ol id={`${id}-lines`} className="clear-both py-2">
        {read.slice(0, SHOWN).map((line, at) => {
          const times = line.value ? timeParts(line.value, t, dates) : [];
          const parts = [...times.map(({ text }) => text), ...reminderLabels(line, words, dates)];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and none moves
            <li key={at} className="flex flex-wrap items-baseline gap-x-4 border-b py-1.5">
              <span className="min-w-0 flex-1 basis-40 [overflow-wrap:anywhere]">
                <bdi>{line.title}</bdi>
              </span>
              <span className="note figures flex flex-wrap gap-x-3 text-quiet">
                {[...new Set(parts)].map((text) => (
                  <bdi key={text}>{text}</bdi>
                ))}
              </span>
            </li>
          );
        })}
        {lines.length > SHOWN && (
          <li className="note figures py-1.5 text-quiet">
            {t("reading.linesMore", { count: lines.length - SHOWN })}
          </li>
        )}
      </ol>
      <div className="flex flex-wrap gap-2">
        {!tooMany && (
          <Button type="button" variant="primary" onClick={onAdd}>
            {t("reading.linesYes", { count })}
          </Button>
        )}
        {!tooMany && (
          <Button type="button" onClick={onJoin}>
            {t("reading.linesOne")}
          </Button>
        )}
        <Button type="button" variant="quiet" onClick={onCancel}>
          {t("ui.cancel")}
        </Button>
      </div>
    </fieldset>
  );
}
