import { sendConfirmation } from "#app/accounts/sign-in/email-confirmation.server";
import { type MailKind, mailText } from "#app/i18n/mails/mails";
import type { Db } from "#app/platform/database/database";
import type { Config } from "#app/platform/environment";
import type { Mailer } from "./mailer.server";

interface Person {
  id: string;
  email: string;
  locale?: string | null;
}

/** Better Auth's mail callbacks, with links to our own pages. */
export function authMails(deps: { db: Db; config: Config; mailer: Mailer }) {
  const { config, mailer } = deps;

  function send(kind: MailKind, { email, locale }: Person, path: string): void {
    const language = locale === "ur" ? "ur" : "en";
    const url = config.PUBLIC_URL + path;
    mailer.send({ to: email, ...mailText(kind, language, { url }) });
  }

  return {
    password: {
      sendResetPassword: async ({ user, token }: { user: Person; token: string }) =>
        send("reset", user, `/reset-password?token=${token}`),
      onExistingUserSignUp: async ({ user }: { user: Person }) => send("exists", user, "/sign-in"),
    },
    address: {
      sendOnSignUp: true,
      sendVerificationEmail: ({ user }: { user: Person }) =>
        sendConfirmation(deps, user, user.email),
    },
  };
}
