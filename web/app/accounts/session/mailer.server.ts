import { createTransport } from "nodemailer";
import type { Config } from "#app/platform/environment";
import type { Logger } from "#app/platform/log";

/** A mail to one person, as text and as simple HTML. */
interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Sends mails in the background, so that response times do not reveal whether one was sent. */
export interface Mailer {
  send(mail: Mail): void;
  /**
   * Sends a mail once and resolves when the mail server has taken it.
   *
   * @throws the transport's error
   */
  deliver(mail: Mail): Promise<void>;
  /** Waits for pending mails, then closes the connections. */
  close(): Promise<void>;
}

/** The mailer of the process, or null when no mail server is configured. */
export function createMailer({ SMTP_URL, MAIL_FROM }: Config, log: Logger): Mailer | null {
  if (!SMTP_URL) return null;
  const transport = createTransport(
    // A mail server that does not respond must not delay a shutdown.
    { url: SMTP_URL, pool: true, connectionTimeout: 10_000, socketTimeout: 20_000 },
    { from: MAIL_FROM },
  );
  // The pool sends a mail again whose connection was lost, also one that was taken before that.
  const single = createTransport(
    { url: SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 },
    { from: MAIL_FROM },
  );
  const pending = new Set<Promise<unknown>>();
  return {
    send(mail) {
      const sent: Promise<unknown> = transport
        .sendMail(mail)
        // Only the code is logged: the server's reply may repeat the address.
        .catch((error: NodeJS.ErrnoException) => log.error({ code: error.code }, "a mail failed"))
        .finally(() => pending.delete(sent));
      pending.add(sent);
    },
    async deliver(mail) {
      await single.sendMail(mail);
    },
    async close() {
      await Promise.allSettled(pending);
      transport.close();
    },
  };
}
