import { data } from "@remix-run/node";
import { z } from "zod";
import type { DisplayLocale } from "#app/accounts/preferences/device-preferences.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { endOtherSessions, endSession } from "#app/accounts/session/end-sessions.server";
import type { SessionUser } from "#app/accounts/session/session.server";
import { errorDetail } from "#app/i18n/errors";
import { inNumerals } from "#app/i18n/numerals";
import { isAppError } from "#app/platform/errors";
import { removePasskey } from "./passkeys/remove-passkey.server";
import { authenticatorSetup } from "./second-factor/authenticator-setup.server";
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from "./second-factor/manage-second-factor.server";
import { originOf, recordSecurityEvent } from "./security-events.server";
import type { SecurityForm, SecurityIntent, SecurityResult } from "./security-form";

type Notice = "secondFactorOff" | "passkeyRemoved" | "sessionEnded";

/** What the page shows next, or a notice with which it is opened again. */
type Outcome = { result: SecurityResult } | { notice: Notice; headers?: Headers };

/**
 * Runs the use case of a form of the security page.
 *
 * @throws AppError of that use case
 */
export async function submitSecurityForm(
  accounts: Accounts,
  request: Request,
  user: SessionUser,
  form: SecurityForm,
): Promise<Outcome> {
  switch (form.intent) {
    case "begin": {
      const secret = await beginSecondFactor(accounts, request, form.current);
      const setup = authenticatorSetup(secret, user.email);
      return { result: { intent: "begin", ok: true, setup } };
    }
    case "confirm": {
      const codes = await confirmSecondFactor(accounts, request, user.id, form.code);
      return { result: { intent: "confirm", ok: true, codes } };
    }
    case "renew-codes": {
      const codes = await renewRecoveryCodes(accounts, request, form.current);
      return { result: { intent: "renew-codes", ok: true, codes } };
    }
    case "turn-off":
      return {
        notice: "secondFactorOff",
        headers: await turnOffSecondFactor(accounts, request, form.current),
      };
    case "remove-passkey":
      await removePasskey(accounts, request, user.id, form.passkey);
      return { notice: "passkeyRemoved" };
    case "end-session":
      await endSession(accounts, user.id, form.session);
      return ended(accounts, request, user);
    case "end-others":
      await endOtherSessions(accounts, request, user.id);
      return ended(accounts, request, user);
  }
}

async function ended({ db }: Accounts, { headers }: Request, { id }: SessionUser) {
  await recordSecurityEvent(db, { userId: id, type: "sessions_ended", ...originOf(headers) });
  return { notice: "sessionEnded" as const };
}

/**
 * The response to a form of the security page that failed; rethrows internal errors.
 *
 * @throws a 400 response when no form of ours sent it
 */
export function securityFailure(
  form: Record<string, FormDataEntryValue>,
  locale: DisplayLocale,
  email: string,
  error: unknown,
) {
  const intent = form.intent as SecurityIntent;
  const secret = z
    .string()
    .regex(/^[A-Z2-7=]{16,128}$/)
    .safeParse(form.secret);
  const setup =
    intent === "confirm" && secret.success ? authenticatorSetup(secret.data, email) : null;
  const failed = { intent, ok: false, detail: null, invalid: null, field: null, setup } as const;
  if (error instanceof z.ZodError) {
    const name = error.issues[0]?.path[0];
    if (name !== "current" && name !== "code") throw data(null, { status: 400 });
    return data<SecurityResult>({ ...failed, invalid: name }, { status: 422 });
  }
  if (!isAppError(error)) throw error;
  const text = inNumerals(errorDetail(error.code, locale.language, error.values), locale.numerals);
  const reason = error.field ? { field: text } : { detail: text };
  return data<SecurityResult>({ ...failed, ...reason }, { status: error.status });
}
