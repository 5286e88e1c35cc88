import { isTimeZone } from "#app/platform/time-zone";

/** How many years of changes of the clock a calendar tells, and from how many years ago. */
const YEARS_AHEAD = 10;
const YEARS_BACK = 1;

/**
 * The VTIMEZONE (RFC 5545, 3.6.5) of an IANA zone, with the changes of its clock from last year on.
 *
 * @param now decides which changes
 */
export function writeTimeZone(timeZone: string, now: Date): string {
  const year = now.getUTCFullYear();
  const first = Temporal.PlainDate.from({ year: year - YEARS_BACK, month: 1, day: 1 });
  const start = first.toZonedDateTime(timeZone);
  const onsets = new Map<string, string[]>();
  let at = start.getTimeZoneTransition("next");
  while (at && at.year <= year + YEARS_AHEAD) {
    const before = at.subtract({ nanoseconds: 1 }).offset;
    // The clock as it was until then.
    const local = at.withTimeZone(before).toPlainDateTime();
    const key = `${before} ${at.offset}`;
    onsets.set(key, [...(onsets.get(key) ?? []), basic(local)]);
    at = at.getTimeZoneTransition("next");
  }
  if (onsets.size === 0) onsets.set(`${start.offset} ${start.offset}`, ["19700101T000000"]);
  const observances = [...onsets].flatMap(([key, [onset = "", ...others]]) => {
    const [from = "", to = ""] = key.split(" ");
    const name = minutesOf(to) > minutesOf(from) ? "DAYLIGHT" : "STANDARD";
    return [
      `BEGIN:${name}`,
      `DTSTART:${onset}`,
      ...others.map((other) => `RDATE:${other}`),
      `TZOFFSETFROM:${from.replace(":", "")}`,
      `TZOFFSETTO:${to.replace(":", "")}`,
      `END:${name}`,
    ];
  });
  const lines = ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...observances, "END:VTIMEZONE"];
  return lines.map((line) => `${line}\r\n`).join("");
}

const basic = (local: Temporal.PlainDateTime): string =>
  local.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");

function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}

/**
 * The IANA zone that a TZID names: as it is, or at the end of a path, as some programs write it.
 *
 * @returns null for another, such as one that only its VTIMEZONE explains
 */
export function zoneOf(tzid: string): string | null {
  const parts = tzid.split("/").slice(-3);
  const ends = parts.slice(0, -1).map((_, at) => parts.slice(at).join("/"));
  return [tzid, ...ends].find(isTimeZone) ?? null;
}
