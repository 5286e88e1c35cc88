import type { Task, Turn } from "../turn";
import { phrasesFor } from "./phrases";
import { quoted } from "./quoted";

/** A task in one line: `#3 buy milk · tomorrow 17:00 · high`. */
export function taskLine(task: Task, turn: Turn): string {
  const phrases = phrasesFor(turn.language);
  const parts = [`#${task.id} ${quoted(task.title)}`];
  if (task.due_at) parts.push(dueLabel(task.due_at, turn));
  if (task.recurrence) parts.push(phrases.repeats(frequencyOf(task.recurrence)));
  if (task.priority === "high" || task.priority === "low")
    parts.push(phrases.priority(task.priority));
  if (task.category) parts.push(quoted(task.category));
  if (task.completed) parts.push("✓");
  return parts.join(" · ");
}

/** The plain rhythm of a rule; nothing where it is every other week or only on some days. */
function frequencyOf(rule: string): "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | null {
  const [, frequency] =
    /^(?:RRULE:)?FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?!.*INTERVAL)(?!.*BYDAY=..,)/.exec(rule) ?? [];
  return (frequency as "DAILY" | undefined) ?? null;
}

/** A due date as people say it, in the person's zone. */
export function dueLabel(due: string, turn: Turn): string {
  const phrases = phrasesFor(turn.language);
  const moment = due.includes("T")
    ? Temporal.Instant.from(due).toZonedDateTimeISO(turn.now.timeZoneId)
    : null;
  const date = moment?.toPlainDate() ?? Temporal.PlainDate.from(due);
  const day = dayLabel(date, turn);
  return moment ? `${day} ${moment.toPlainTime().toString({ smallestUnit: "minute" })}` : day;

  function dayLabel(at: Temporal.PlainDate, { now }: Turn): string {
    const today = now.toPlainDate();
    return phrases.day(today.until(at, { largestUnit: "day" }).days, at, at.year === today.year);
  }
}
