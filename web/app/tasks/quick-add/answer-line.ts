import { formatWhen } from "#app/tasks/times/format-when";
import { chooseDay, type TimeContext } from "#app/when/find-times";
import { readLine } from "#app/when/read-line";
import type { Problem } from "#app/when/value";

/** A line as it would be with each of the days that its words may mean. */
export interface LineAnswer {
  day: string;
  line: string;
}

/**
 * The answers to a line that asks which day is meant: "Tuesday or Wednesday", "Friday 5 December".
 * Each says the day where the line said the words; empty where a line asks nothing of the kind.
 */
export function lineAnswers(line: string, context: TimeContext): LineAnswer[] {
  const asking = readLine(line, context).left.find((span) => daysOf(span.problems).length > 0);
  if (!asking) return [];
  const language = /[\u0620-\u06ff]/.test(asking.text) ? "ur" : "en";
  return daysOf(asking.problems).flatMap((day) => {
    const value = chooseDay(line, asking, day, context);
    if (!value) return [];
    const said = formatWhen(value, language, context.timeZone);
    return [{ day, line: line.slice(0, asking.start) + said + line.slice(asking.end) }];
  });
}

const daysOf = (problems: readonly Problem[]): readonly string[] =>
  problems.flatMap((one) =>
    one.kind === "choice" || one.kind === "contradiction" ? one.days : [],
  );
