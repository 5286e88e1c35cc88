import type { TFunction } from "i18next";
import { clockLabel, type DateContext, dayLabel } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { durationLabel } from "#app/tasks/task/duration-label";
import { dayFrom } from "#app/when/calendar";
import type { Point, RecurrenceValue, TimeValue } from "#app/when/value";
import { clockOf, minutesFrom } from "#app/when/zone";
import { formatRule } from "./format-when";

/** One thing that a time says of a task. */
export interface TimePart {
  kind: "date" | "time" | "duration" | "recurrence" | "several";
  text: string;
}

const DAY_MINUTES = 1_440;
const COMMA = { en: ", ", ur: "، " };

/** What a time says of a task, in the words of the page: its day, hour, length and repetition. */
export function timeParts(value: TimeValue, t: TFunction, dates: DateContext): TimePart[] {
  const day = (iso: string): string => dayLabel(iso, dates);
  const lasting = (minutes: number): TimePart => ({
    kind: "duration",
    text: durationLabel(minutes, t, dates.numerals),
  });
  switch (value.kind) {
    case "day":
    case "moment":
      return point(value, value.minutes);
    case "range":
      return point(value.start, value.minutes);
    case "span": {
      const ends = value.from === value.to ? [value.due] : [value.from, value.to];
      return [{ kind: "date", text: ends.map(day).join(" – ") }];
    }
    case "duration":
      return [lasting(value.minutes)];
    case "recurrence":
      return [...point(value.start, value.minutes), { kind: "recurrence", text: rule(value) }];
    case "several": {
      const text = t("reading.several", { count: value.values.length });
      return [
        { kind: "several", text },
        ...joined(
          value.values.flatMap((one) => timeParts(one, t, dates)),
          COMMA[dates.language],
        ),
      ];
    }
    case "none":
      return [{ kind: "date", text: t("tasks.group.none") }];
    default:
      return [];
  }

  /** A day, its hour, and until when or how long. */
  function point({ day: iso, time }: Point, minutes: number | null): TimePart[] {
    const date: TimePart = { kind: "date", text: day(iso) };
    const length = minutes === null ? [] : [lasting(minutes)];
    if (time === null) return [date, ...length];
    const end = minutesFrom(time) + (minutes ?? DAY_MINUTES);
    const clocks = end < DAY_MINUTES ? [time, clockOf(end)] : [time];
    const text = clocks.map((clock) => clockLabel(clock, dates)).join("–");
    return [date, { kind: "time", text }, ...(clocks.length === 1 ? length : [])];
  }

  function rule(repeated: RecurrenceValue): string {
    const text = inNumerals(formatRule(repeated, dates.language, dates.timeZone), dates.numerals);
    const days = stretches(repeated.except)
      .map((ends) => [...new Set(ends)].map(day).join(" – "))
      .join(COMMA[dates.language]);
    return days ? t("reading.except", { rule: text, days }) : text;
  }
}

/** Days that follow each other as the first and the last of them. */
function stretches(days: readonly string[]): [first: string, last: string][] {
  const found: [string, string][] = [];
  for (const iso of days) {
    const last = found.at(-1);
    if (last && dayFrom(iso) === dayFrom(last[1]) + 1) last[1] = iso;
    else found.push([iso, iso]);
  }
  return found;
}

/** Parts of one kind put together, what is the same said once. */
function joined(parts: readonly TimePart[], comma: string): TimePart[] {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const texts = parts.filter((part) => part.kind === kind).map(({ text }) => text);
    return { kind, text: [...new Set(texts)].join(comma) };
  });
}
