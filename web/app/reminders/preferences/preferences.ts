import { z } from "zod";
import { SNOOZES } from "#app/i18n/reminder-texts";
import { MINUTES_BEFORE_MAX } from "#app/tasks/task/reminder";

const TIME = "a time of day, such as 08:00";
const time = z
  .string(TIME)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const MINUTES = `minutes from 0 to ${MINUTES_BEFORE_MAX}, or null for none`;
const flag = z.boolean("true or false");

/** How a person is reminded, by wire names. Times of day are minutes after midnight inside. */
export const preferencesInput = z
  .strictObject({
    moment_minutes: z.int(MINUTES).min(0, MINUTES).max(MINUTES_BEFORE_MAX, MINUTES).nullable(),
    day_rings: flag,
    morning: time,
    quiet_hours: z
      .strictObject({ from: time, to: time }, { error: '{"from": "22:00", "to": "07:00"} or null' })
      .nullable(),
    by_mail: flag,
    snooze: z.enum(SNOOZES, { error: SNOOZES.join(", ") }),
    daily_digest: flag,
    weekly_review: flag,
  })
  .partial();

/** A change of {@link ReminderPreferences}. */
export type PreferencesPatch = z.output<typeof preferencesInput>;

const wireTime = z.string().describe("A time of day in the person's time zone.");

/** The preferences on the wire. */
export const wirePreferences = z
  .object({
    moment_minutes: z
      .int()
      .nullable()
      .describe("Minutes before a due moment at which a task rings by default; null: never."),
    day_rings: z.boolean().describe("Whether a task due on a day rings that morning by default."),
    morning: wireTime,
    quiet_hours: z.object({ from: wireTime, to: wireTime }).nullable(),
    by_mail: z.boolean(),
    snooze: z.enum(SNOOZES).describe("What the button of a notification does."),
    daily_digest: z.boolean(),
    weekly_review: z.boolean(),
  })
  .meta({ id: "ReminderPreferences" });

/** How a person is reminded. */
export type ReminderPreferences = z.infer<typeof wirePreferences>;

/** A time of day from minutes after midnight. */
export const toTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
