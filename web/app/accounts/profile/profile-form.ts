import { z } from "zod";
import { emailInput, NAME_MAX, secretInput, textInput } from "#app/platform/text-input";
import { isTimeZone } from "#app/platform/time-zone";

/** Error messages are keys of the dictionary under `profile.invalid`. */
const name = textInput({ max: NAME_MAX, expected: "name" });
const email = emailInput("email");
const current = secretInput(0, 320, "current");

/** `17:00`, or empty for the usual hour. */
const clock = z
  .string("time")
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::00)?)?$/, "time")
  .default("");

/** The forms of the profile page by their intent, with the password length limits in characters. */
export const profileFormSchema = (passwordMin: number, passwordMax: number) =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("profile"), name, email, current: current.default("") }),
    z.object({
      intent: z.literal("password"),
      current: current.min(1, "current"),
      password: secretInput(passwordMin, passwordMax, "password"),
      elsewhere: z.literal("on").optional(),
    }),
    z.object({
      intent: z.literal("time"),
      zone: z
        .string("time")
        .max(64, "time")
        .refine((zone) => zone === "" || isTimeZone(zone), "time")
        .default(""),
      firstWeekday: z.enum(["", "1", "2", "3", "4", "5", "6", "7"], "time").default(""),
      clock: z.enum(["", "12", "24"], "time").default(""),
      morning: clock,
      afternoon: clock,
      evening: clock,
      night: clock,
    }),
    z.object({ intent: z.literal("confirm") }),
    z.object({ intent: z.literal("end-session"), session: z.string().min(1).max(100) }),
    z.object({ intent: z.literal("end-others") }),
    z.object({ intent: z.literal("import"), file: z.instanceof(File, { error: "file" }) }),
    z.object({ intent: z.literal("delete"), current: current.min(1, "current") }),
  ]);

/** A valid form of the profile page. */
export type ProfileForm = z.infer<ReturnType<typeof profileFormSchema>>;
/** Which form of the profile page was sent. */
export type ProfileIntent = ProfileForm["intent"];

type Message = "name" | "email" | "current" | "password" | "file" | "time";
type Field =
  | Exclude<Message, "time">
  | Exclude<keyof Extract<ProfileForm, { intent: "time" }>, "intent">;

/** Why a form of the profile page failed, and what it shows again. */
export interface ProfileFailure {
  ok: false;
  intent: ProfileIntent;
  /** Error of the whole form, localized. */
  detail: string | null;
  /** Validation errors, as keys of the dictionary. */
  fields: Partial<Record<Field, Message>>;
  /** Error of one field, localized. */
  field: { name: string; text: string } | null;
  values: { name?: string; email?: string };
}
