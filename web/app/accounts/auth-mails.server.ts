import { type MailKind, mailText } from "#app/i18n/mails";
import type { Db } from "#app/platform/database";
import type { Config } from "#app/platform/environment";
import { sendConfirmation } from "./email-confirmation.server";
import type { Mailer } from "./mailer.server";

interface Person {
  id: string;
  name: string;
  email: string;
  locale?: string | null;
}

/** The mails that Better Auth asks for, with links to our own pages. */
export function authMails(means: { db: Db; config: Config; mailer: Mailer }) {
  const { config, mailer } = means;

  function send(kind: MailKind, { name, email, locale }: Person, path: string): void {
    const language = locale === "ur" ? "ur" : "en";
    const url = config.PUBLIC_URL + path;
    mailer.send({ to: email, ...mailText(kind, language, { name, url }) });
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
        sendConfirmation(means, user, user.email),
    },
  };
}
