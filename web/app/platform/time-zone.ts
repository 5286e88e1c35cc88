import { z } from "zod";
import { described } from "./documented";

/** Validates the name of an IANA time zone that this runtime supports. */
export const timeZoneInput = described(
  z.string().max(64).refine(isTimeZone, "an IANA time zone"),
  // Which there are changes several times a year: a list of them would soon be wrong.
  { format: "time-zone", minLength: 1, examples: ["Asia/Karachi", "Europe/London", "UTC"] },
);

/**
 * Whether a name is one of an IANA time zone that this runtime supports. Offsets such as +05:00 are
 * none, although it takes them: PostgreSQL reads their sign the other way round.
 */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
