import {
  AtSign,
  Bell,
  Calendar,
  Clock,
  Flag,
  Hourglass,
  ListPlus,
  Repeat,
  Tag,
  Type,
  Undo2,
  X,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayLabel, isDay } from "#app/i18n/dates";
import { useReminderTexts } from "#app/i18n/reminder-page";
import { taskTimes } from "#app/tasks/times/task-times";
import { type TimePart, timeParts } from "#app/tasks/times/time-label";
import { timeProblem } from "#app/tasks/times/time-problem";
import { Button } from "#app/ui/controls/Button";
import type { LineAnswer } from "./answer-line";
import type { Place } from "./literal-places";
import type { Mark, QuickAddReading } from "./read-quick-add";
import { reminderLabels } from "./reminder-labels";

const icons = {
  date: Calendar,
  time: Clock,
  duration: Hourglass,
  recurrence: Repeat,
  several: ListPlus,
  priority: Flag,
  category: Tag,
  label: AtSign,
  reminder: Bell,
  literal: Type,
};

interface Part {
  kind: TimePart["kind"] | "priority" | "category" | "label" | "reminder" | "literal";
  text: string;
}

/** The minutes of a day: a reminder of whole days needs no hour to count from. */
const DAY_MINUTES = 1_440;

/**
 * What was read in the quick-add line, and what is to be said about it. The buttons do by keyboard
 * what a click on the marked words does.
 */
export function LineParts({
  line,
  reading,
  literal,
  dates,
  answers,
  onLiteral,
  onRead,
  onAnswer,
}: {
  line: string;
  reading: QuickAddReading;
  literal: readonly Place[];
  dates: DateContext;
  /** The line with each of the days that may be meant. */
  answers: readonly LineAnswer[];
  /** Leaves words as words. */
  onLiteral(places: readonly Place[]): void;
  /** Reads words again. */
  onRead(place: Place): void;
  onAnswer(line: string): void;
}) {
  const { t } = useTranslation();
  const words = useReminderTexts();
  const { value, problems, priority, category, marks } = reading;
  const [{ dueAt }] = taskTimes(value);
  const reminders = reminderLabels(reading, words, dates);
  const of = (kind: Mark["kind"]): Mark[] => marks.filter((mark) => mark.kind === kind);
  const groups: { key: string; marks: Mark[]; parts: Part[] }[] = [
    { key: "time", marks: of("time"), parts: value ? timeParts(value, t, dates) : [] },
    {
      key: "priority",
      marks: of("priority"),
      parts: priority ? [{ kind: "priority", text: t(`tasks.priority.${priority}`) }] : [],
    },
    {
      key: "category",
      marks: of("category"),
      parts: category ? [{ kind: "category", text: category }] : [],
    },
    // Each alone: one of several may be taken back.
    ...of("label").map((mark): (typeof groups)[number] => ({
      key: `label-${mark.start}`,
      marks: [mark],
      parts: [{ kind: "label", text: mark.text.slice(1) }],
    })),
    ...of("reminder").map((mark, at): (typeof groups)[number] => ({
      key: `reminder-${at}`,
      marks: [mark],
      parts: [{ kind: "reminder", text: reminders[at] ?? "" }],
    })),
  ];
  const before = reading.reminders.flatMap((one) => ("time" in one ? [] : [one.minutes_before]));
  const sentences = problems.map((problem) => timeProblem(problem, value, t, dates));
  if (before.length > 0 && dueAt === null) sentences.push(t("reading.reminderUndated"));
  else if (dueAt !== null && isDay(dueAt) && before.some((minutes) => minutes % DAY_MINUTES !== 0))
    sentences.push(t("reading.reminderMorning"));
  return (
    <div className="ps-8 pt-1">
      <p className="flex flex-wrap gap-x-4">
        {groups
          .filter(({ parts }) => parts.length > 0)
          .map(({ key, marks: places, parts }) => (
            <Chip
              key={key}
              parts={parts}
              Act={X}
              label={t("reading.literal", { what: parts.map(({ text }) => text).join(" ") })}
              onAct={places.length > 0 ? () => onLiteral(places) : undefined}
            />
          ))}
        {literal.map((place) => {
          const text = line.slice(place.start, place.end);
          return (
            <Chip
              key={`${place.start}`}
              parts={[{ kind: "literal", text }]}
              Act={Undo2}
              label={t("reading.again", { what: text })}
              onAct={() => onRead(place)}
            />
          );
        })}
      </p>
      {[...new Set(sentences)].map((sentence) => (
        <p key={sentence} className="dense appear py-1 text-soon">
          {sentence}
        </p>
      ))}
      {answers.length > 0 && (
        <div className="flex flex-wrap gap-2 py-1">
          {answers.map((answer) => (
            <Button key={answer.day} type="button" onClick={() => onAnswer(answer.line)}>
              {dayLabel(answer.day, dates)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function Chip({
  parts,
  Act,
  label,
  onAct,
}: {
  parts: readonly Part[];
  Act: typeof X;
  label: string;
  onAct?: () => void;
}) {
  const { t } = useTranslation();
  const names = {
    date: t("list.field.date"),
    time: t("list.field.time"),
    duration: t("list.field.duration"),
    recurrence: t("list.field.recurrence"),
    several: "",
    priority: t("list.field.priority"),
    category: t("list.field.category"),
    label: t("list.field.labels"),
    reminder: useReminderTexts().text.field,
    literal: t("reading.words"),
  };
  return (
    <span className="appear note figures inline-flex flex-wrap items-center gap-x-3">
      {parts.map(({ kind, text }, at) => {
        const Icon = icons[kind];
        return (
          <span key={kind} className="inline-flex min-h-8 items-center gap-1.5 max-md:min-h-11">
            <Icon
              aria-hidden="true"
              size={14}
              strokeWidth={1.5}
              className={kind === "literal" ? "shrink-0 text-quiet" : "shrink-0 text-accent-text"}
            />
            <span className="sr-only">{names[kind]}</span>
            <bdi>{text}</bdi>
            {onAct && at === parts.length - 1 && (
              <button
                type="button"
                aria-label={label}
                title={label}
                onClick={onAct}
                className="inline-flex size-8 items-center justify-center text-quiet pointer:hover:text-ink max-md:size-11"
              >
                <Act aria-hidden="true" size={14} strokeWidth={1.5} />
              </button>
            )}
          </span>
        );
      })}
    </span>
  );
}
