/** Units of time that a task repeats by, with the days of an RRULE. */
const FREQUENCY = { d: "DAILY", w: "WEEKLY", m: "MONTHLY", y: "YEARLY" } as const;

/** A rule that repeats every so many days, weeks, months or years; null for none such. */
export function ruleEvery(count: number, unit: string): string | null {
  const frequency = FREQUENCY[unit.toLowerCase() as keyof typeof FREQUENCY];
  if (!frequency || !Number.isInteger(count) || count < 1 || count > 999) return null;
  return count === 1 ? `FREQ=${frequency}` : `FREQ=${frequency};INTERVAL=${count}`;
}

const DAY_SECONDS = 86_400;

/** A rule that repeats after so many seconds: whole weeks or days; null for less. */
export function ruleOfSeconds(seconds: number): string | null {
  if (!(seconds > 0) || seconds % DAY_SECONDS !== 0) return null;
  const days = seconds / DAY_SECONDS;
  return days % 7 === 0 ? ruleEvery(days / 7, "w") : ruleEvery(days, "d");
}

/** The text of an RRULE, with or without its name; null for another. */
export function ruleText(text: string): string | null {
  const line = text
    .split(/[\r\n]+/)
    .map((part) => part.trim().replace(/^RRULE:/i, ""))
    .find((part) => /^FREQ=/i.test(part) || /;FREQ=/i.test(part));
  if (!line) return null;
  const parts = line
    .toUpperCase()
    .split(";")
    // Parts of one program alone, and what the due date says.
    .filter((part) =>
      /^(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST)=./.test(part),
    );
  return parts.join(";");
}

/** Seconds of an ISO 8601 duration such as `-P1DT2H` or `PT15M`; null for another text. */
export function durationSeconds(text: string): number | null {
  const found =
    /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/i.exec(
      text.trim(),
    );
  if (!found) return null;
  const [, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found;
  const total =
    (Number(weeks) * 7 + Number(days)) * DAY_SECONDS +
    Number(hours) * 3_600 +
    Number(minutes) * 60 +
    Number(seconds);
  return sign === "-" ? -total : total;
}
