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

/** Sends mails without anybody waiting for them: how long it takes tells nothing to a stranger. */
export interface Mailer {
  send(mail: Mail): void;
  /** Waits for what is being sent, then closes the connections. */
  close(): Promise<void>;
}

/** The mailer of the process, or null when no mail server is configured. */
export function createMailer({ SMTP_URL, MAIL_FROM }: Config, log: Logger): Mailer | null {
  if (!SMTP_URL) return null;
  const transport = createTransport(
    // A server that does not answer must not hold a process that wants to end.
    { url: SMTP_URL, pool: true, connectionTimeout: 10_000, socketTimeout: 20_000 },
    { from: MAIL_FROM },
  );
  const sending = new Set<Promise<unknown>>();
  return {
    send(mail) {
      const sent: Promise<unknown> = transport
        .sendMail(mail)
        // The address stays out of the log, and so does the server's answer, which may repeat it.
        .catch((error: NodeJS.ErrnoException) => log.error({ code: error.code }, "a mail failed"))
        .finally(() => sending.delete(sent));
      sending.add(sent);
    },
    async close() {
      await Promise.allSettled(sending);
      transport.close();
    },
  };
}
