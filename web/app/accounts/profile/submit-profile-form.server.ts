import { saveTimePreferences } from "#app/accounts/preferences/save-time-preferences.server";
import { afterAddressChange } from "#app/accounts/security/address-change.server";
import { originOf, recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { mailLimits } from "#app/accounts/session/attempt-limits.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { endOtherSessions, endSession } from "#app/accounts/session/end-sessions.server";
import type { SessionUser } from "#app/accounts/session/session.server";
import { sendConfirmation } from "#app/accounts/sign-in/email-confirmation.server";
import { AppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";
import { changePassword } from "./change-password.server";
import type { ProfileForm } from "./profile-form";
import { updateProfile } from "./update-profile.server";

/** What a form of the profile page did; the kind of the notice that says so. */
export type ProfileOutcome =
  | "profileSaved"
  | "confirmationSent"
  | "passwordChanged"
  | "sessionEnded";

/**
 * Runs the use case of a form of the profile page.
 *
 * @throws AppError of that use case
 */
export async function submitProfileForm(
  accounts: Accounts,
  request: Request,
  user: SessionUser,
  form: Exclude<ProfileForm, { intent: "import" | "delete" }>,
): Promise<ProfileOutcome> {
  switch (form.intent) {
    case "profile": {
      const { sent, changed } = await updateProfile(accounts, user, form);
      if (changed) await afterAddressChange(accounts, user.id, user.email, request.headers);
      return sent ? "confirmationSent" : "profileSaved";
    }
    case "password":
      await changePassword(accounts, request, user.id, {
        ...form,
        signOutElsewhere: form.elsewhere === "on",
      });
      return "passwordChanged";
    case "time":
      await saveTimePreferences(accounts.db, user.id, form);
      return "profileSaved";
    case "confirm":
      await resendConfirmation(accounts, user);
      return "confirmationSent";
    case "end-session":
      await endSession(accounts, user.id, form.session);
      await recordEnded(accounts, request, user.id);
      return "sessionEnded";
    case "end-others":
      await endOtherSessions(accounts, request, user.id);
      await recordEnded(accounts, request, user.id);
      return "sessionEnded";
  }
}

function recordEnded({ db }: Accounts, { headers }: Request, userId: string): Promise<void> {
  return recordSecurityEvent(db, { userId, type: "sessions_ended", ...originOf(headers) });
}

async function resendConfirmation(accounts: Accounts, user: SessionUser): Promise<void> {
  const { db, config, mailer } = accounts;
  if (!mailer) throw new AppError("not_found", 404);
  await takeAttempt(db, mailLimits(config, { address: user.id, email: user.email }));
  await sendConfirmation({ ...accounts, mailer }, user, user.email);
}
