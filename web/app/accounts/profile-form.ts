import { z } from "zod";

/** The fields whose errors the dictionaries name under `profile.invalid`. */
const name = z.string("name").trim().min(1, "name").max(100, "name");
const email = z.string("email").trim().max(320, "email").pipe(z.email("email"));
const current = z.string("current").max(320, "current");

/** What the forms of the profile page send; the limits on passwords are given. */
export const profileFormSchema = (passwordMin: number, passwordMax: number) =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("profile"), name, email, current: current.default("") }),
    z.object({
      intent: z.literal("password"),
      current: current.min(1, "current"),
      password: z.string("password").min(passwordMin, "password").max(passwordMax, "password"),
      elsewhere: z.literal("on").optional(),
    }),
    z.object({ intent: z.literal("confirm") }),
    z.object({ intent: z.literal("end-session"), session: z.string().min(1).max(100) }),
    z.object({ intent: z.literal("end-others") }),
    z.object({ intent: z.literal("import"), file: z.instanceof(File, { error: "file" }) }),
    z.object({ intent: z.literal("delete"), current: current.min(1, "current") }),
  ]);

export type ProfileForm = z.infer<ReturnType<typeof profileFormSchema>>;
export type ProfileIntent = ProfileForm["intent"];

type Field = "name" | "email" | "current" | "password" | "file";

/** Why a form of the profile page did not go through. */
export interface ProfileFailure {
  ok: false;
  intent: ProfileIntent;
  /** For the form as a whole, in the person's language. */
  detail: string | null;
  fields: Partial<Record<Field, Field>>;
  /** For one field, in the person's language. */
  field: { name: string; text: string } | null;
  values: { name?: string; email?: string };
}
