import { dayFrom, partsOf } from "#app/when/calendar";
import { type RepeatSaid, weekdayFromCode } from "#app/when/said";
import { addAmounts, NOTHING } from "#app/when/shapes";
import type { Point, PointValue, RecurrenceValue, TimeValue } from "#app/when/value";
import { type FormatLanguage, formats, SINGLE } from "./format-words";
import { ruleFrom } from "./rule-parts";

type Words = (typeof formats)["ur"];
type Phrase = Exclude<keyof Words, "Months" | "Weekdays" | "Ordinals">;

/**
 * Says a value so that `readWhen` reads it back as itself.
 *
 * @param timeZone the zone of the value's moments
 */
export function formatWhen(value: TimeValue, language: FormatLanguage, timeZone: string): string {
  const text = singular(new Formatter(formats[language], timeZone).value(value));
  const digits = (number: string) => String.fromCharCode(0x6f0 + Number(number));
  return language === "ur" ? text.replace(/\d/g, digits) : text;
}

/** Says how often something repeats, with its end, in Western digits. */
export const formatRule = (
  value: RecurrenceValue,
  language: FormatLanguage,
  timeZone: string,
): string => singular(new Formatter(formats[language], timeZone).recurrence(value, false));

const singular = (text: string): string =>
  SINGLE.reduce((said, [pattern, single]) => said.replace(pattern, single), text);

class Formatter {
  readonly words: Words;
  readonly timeZone: string;

  constructor(words: Words, timeZone: string) {
    this.words = words;
    this.timeZone = timeZone;
  }

  value(value: TimeValue): string {
    switch (value.kind) {
      case "day":
      case "moment":
        return this.point(value);
      case "range":
        return this.range(value.start, value.end, value.minutes);
      case "span":
        return this.span(value.from, value.to, value.due);
      case "duration":
        return this.say("duration", { length: this.length(value) });
      case "recurrence":
        return this.recurrence(value);
      case "several":
        return value.values.map((one) => this.value(one)).join("; ");
      case "shift": {
        const back = value.minutes + value.days + value.months < 0;
        const size = addAmounts(NOTHING, value, back ? -1 : 1);
        return this.say(back ? "earlier" : "later", { length: this.length(size) });
      }
      case "skip":
        return value.from === null || value.to === null
          ? this.words.skip
          : this.say("skipDays", { from: this.date(value.from), to: this.date(value.to) });
      default:
        return this.words[value.kind];
    }
  }

  say(phrase: Phrase, parts: Record<string, string | number>): string {
    return this.words[phrase].replace(/\{(\w+)\}/g, (_, name) => String(parts[name] ?? ""));
  }

  date(iso: string): string {
    const { year, month, day } = partsOf(dayFrom(iso));
    return `${day} ${this.words.Months[month - 1]} ${year}`;
  }

  when({ day, time }: Point): string {
    return time === null ? this.date(day) : this.say("onAt", { day: this.date(day), time });
  }

  point(value: PointValue): string {
    const { role, time, day, minutes } = value;
    const plain = role === "on" && time === null && minutes === null;
    if (plain) return this.say("on", { day: this.date(day) });
    const point = role === "on" ? this.when(value) : this.say(role, { point: this.when(value) });
    return minutes === null
      ? point
      : this.say("lasting", { point, length: this.length({ minutes }) });
  }

  length({ minutes = 0, days = 0, months = 0 }): string {
    const parts: [Phrase, number][] = [
      ["month", months],
      ["day", days],
      ["hour", Math.floor(minutes / 60)],
      ["minute", minutes % 60],
    ];
    return parts
      .filter(([, n]) => n > 0)
      .map(([unit, n]) => this.say(unit, { n }))
      .join(" ");
  }

  range(start: Point, end: Point, minutes: number): string {
    const parts = { day: this.date(start.day), time: start.time ?? "", end: end.time ?? "" };
    if (minutes < 1440 && start.time !== end.time) return this.say("range", parts);
    const point = this.say("onAt", parts);
    return this.say("lasting", { point, length: this.length({ minutes }) });
  }

  span(from: string, to: string, due: string): string {
    const span = this.say("span", { from: this.date(from), to: this.date(to) });
    return due === from ? span : this.say("due", { span, day: this.date(due) });
  }

  /** `whole` with its first occurrence, its length and what it leaves out. */
  recurrence({ rule: text, start, minutes, except, from }: RecurrenceValue, whole = true): string {
    const { rule, count, until } = ruleFrom(text, this.timeZone);
    let said = this.rule(rule);
    if (from === "completion") said = this.say("completion", { rule: said });
    if (whole && start.time !== null) said = this.say("ruleAt", { rule: said, time: start.time });
    if (whole && minutes !== null) {
      said = this.say("ruleLasting", { rule: said, length: this.length({ minutes }) });
    }
    if (whole) said = this.say("ruleFrom", { rule: said, day: this.date(start.day) });
    if (until !== null) said = this.say("ruleUntil", { rule: said, day: this.date(until) });
    if (count !== null) said = this.say("ruleTimes", { rule: said, n: count });
    const { Months, and } = this.words;
    const months = Months.filter((_, at) => rule.bymonth?.includes(at + 1) === false);
    const left = [
      ...(rule.freq === "YEARLY" ? [] : months),
      ...(whole ? except : []).map((day) => this.date(day)),
    ];
    return left.length === 0 ? said : this.say("ruleExcept", { rule: said, days: left.join(and) });
  }

  rule({ freq, interval: n, byday = [], bymonthday = [], bymonth, bysetpos }: RepeatSaid): string {
    const every = this.say(freq === "HOURLY" ? "hour" : freq, { n });
    const month = freq === "YEARLY" && bymonth?.[0];
    const day = bymonthday[0] ?? 0;
    const dates = bymonthday.map((date) => (month ? this.words.lastDay : this.dateOfMonth(date)));
    const weekdays = byday.map((code) => this.weekday(code));
    const workday = bysetpos && this.say("workday", { nth: this.nth(bysetpos) });
    const list = workday ? [workday] : byday.length > 0 ? weekdays : dates;
    const phrase = phraseOf();
    return this.say(phrase, {
      n,
      every,
      day,
      days: list.join(this.words.and),
      month: this.words.Months[(month || 1) - 1] ?? "",
    });

    function phraseOf(): Phrase {
      if (list.length === 0) return month ? "yearMonth" : "plainly";
      if (month && (byday.length > 0 || day < 0)) return "yearNth";
      if (month) return n > 1 ? "yearOn" : "yearDay";
      return bymonthday.length > 0 ? "onDates" : freq === "MONTHLY" ? "onNth" : "onDays";
    }
  }

  nth(number: number): string {
    return this.words.Ordinals[number < 0 ? 0 : number] ?? "";
  }

  dateOfMonth(day: number): string {
    if (day < 0) return this.words.lastDate;
    if (this.words !== formats.en) return String(day);
    const ending = day % 100 > 10 && day % 100 < 14 ? "th" : ["th", "st", "nd", "rd"][day % 10];
    return `${day}${ending ?? "th"}`;
  }

  /** "Monday", or "first Monday" of what is of months and years. */
  weekday(code: string): string {
    const day = this.words.Weekdays[weekdayFromCode(code) - 1] ?? "";
    const nth = Number(code.slice(0, -2));
    return nth ? `${this.nth(nth)} ${day}` : day;
  }
}
