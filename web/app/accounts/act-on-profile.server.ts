import { AppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";
import { mailLimits } from "./attempt-rules.server";
import type { Accounts } from "./auth.server";
import { changePassword } from "./change-password.server";
import { sendConfirmation } from "./email-confirmation.server";
import { endOtherSessions, endSession } from "./end-sessions.server";
import type { ProfileForm } from "./profile-form";
import type { SessionUser } from "./session.server";
import { updateProfile } from "./update-profile.server";

/** What a form of the profile page did, as its toast says it. */
export type ProfileOutcome =
  | "profileSaved"
  | "confirmationSent"
  | "passwordChanged"
  | "sessionEnded";

/**
 * Does what a form of the profile page asks for.
 *
 * @throws AppError of the use case it comes down to
 */
export async function actOnProfile(
  accounts: Accounts,
  request: Request,
  user: SessionUser,
  form: Exclude<ProfileForm, { intent: "import" | "delete" }>,
): Promise<ProfileOutcome> {
  switch (form.intent) {
    case "profile": {
      const { sent } = await updateProfile(accounts, user, form);
      return sent ? "confirmationSent" : "profileSaved";
    }
    case "password":
      await changePassword(accounts, request, user.id, {
        ...form,
        signOutElsewhere: form.elsewhere === "on",
      });
      return "passwordChanged";
    case "confirm":
      await confirmAgain(accounts, user);
      return "confirmationSent";
    case "end-session":
      await endSession(accounts, user.id, form.session);
      return "sessionEnded";
    case "end-others":
      await endOtherSessions(accounts, request, user.id);
      return "sessionEnded";
  }
}

async function confirmAgain(accounts: Accounts, user: SessionUser): Promise<void> {
  const { db, config, mailer } = accounts;
  if (!mailer) throw new AppError("not_found", 404);
  await takeAttempt(db, mailLimits(config, { address: user.id, email: user.email }));
  await sendConfirmation({ ...accounts, mailer }, user, user.email);
}
