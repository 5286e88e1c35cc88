import { readWhen, type TimeContext } from "#app/when/find-times";

/** A text that was read as a time of day, for a field of it. */
interface ReadClock {
  /** `17:00` */
  time: string;
  /** The day that the text names, or the next one on which it is that time. */
  day: string;
  saysDay: boolean;
}

/**
 * Reads the text of a time field, as quick add reads it: "5pm", "17:30", "shaam 5", "tomorrow at 9".
 *
 * @returns null for what is no moment, such as a length, a repetition or "before 5"
 */
export function readClock(text: string, context: TimeContext): ReadClock | null {
  const read = readWhen(text, context);
  const { value, says } = read ?? {};
  if (value?.kind !== "moment" || value.time === null || value.minutes !== null) return null;
  if (!says?.time || (value.role !== "on" && value.role !== "by")) return null;
  return { time: value.time, day: value.day, saysDay: says.day };
}
