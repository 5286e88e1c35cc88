import type { DateContext } from "#app/i18n/dates";
import { timeContext } from "./time-context";

/** Loads what reads the texts of a time field, for the fields of one page. */
export const loadClock = (dates: DateContext) => async () => {
  const { readClock } = await import("./read-clock");
  return (text: string) => readClock(text, timeContext(dates));
};
