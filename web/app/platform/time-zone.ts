import { z } from "zod";

/** An IANA time zone that this runtime knows, as a browser or a program names it. */
export const timeZoneInput = z.string().max(64).refine(isTimeZone, "an IANA time zone");

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
