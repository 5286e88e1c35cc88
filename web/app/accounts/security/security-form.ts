import { z } from "zod";
import type { AuthenticatorSetup } from "./second-factor/authenticator-setup.server";

/** Error messages are keys of the dictionary under `security.invalid`. */
const current = z.string("current").min(1, "current").max(320, "current");

/** The forms of the security page by their intent. */
export const securityFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("begin"), current }),
  z.object({
    intent: z.literal("confirm"),
    code: z.string("code").trim().min(1, "code").max(20, "code"),
    /** Shown again after a wrong code; the server has its own. */
    secret: z.string().regex(/^[A-Z2-7=]{16,128}$/),
  }),
  z.object({ intent: z.literal("turn-off"), current }),
  z.object({ intent: z.literal("renew-codes"), current }),
  z.object({ intent: z.literal("remove-passkey"), passkey: z.string().min(1).max(100) }),
  z.object({ intent: z.literal("end-session"), session: z.string().min(1).max(100) }),
  z.object({ intent: z.literal("end-others") }),
]);

/** A valid form of the security page. */
export type SecurityForm = z.infer<typeof securityFormSchema>;
/** Which form of the security page was sent. */
export type SecurityIntent = SecurityForm["intent"];

/** What a form of the security page led to, where the page goes on from it. */
export type SecurityResult =
  | { intent: "begin"; ok: true; setup: AuthenticatorSetup }
  | { intent: "confirm" | "renew-codes"; ok: true; codes: string[] }
  | {
      intent: SecurityIntent;
      ok: false;
      /** Error of the whole form, localized. */
      detail: string | null;
      /** Validation error of the one field, as a key of the dictionary. */
      invalid: "current" | "code" | null;
      /** Error of the one field, localized. */
      field: string | null;
      /** Shown again after a wrong code. */
      setup: AuthenticatorSetup | null;
    };
