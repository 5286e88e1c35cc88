import type { Mailer } from "#app/accounts/session/mailer.server";
import { mailLayout } from "#app/i18n/mails/mail-layout";
import { reminderWords } from "#app/i18n/reminder-texts";
import type { ClaimedDelivery, Outcome } from "./claim-deliveries.server";
import { describe } from "./message";

const RETRY_SECONDS = 60;

/** Sends a notification as a mail. */
export async function sendReminderMail(
  mailer: Mailer,
  publicUrl: string,
  delivery: ClaimedDelivery,
  now: Date,
): Promise<Outcome> {
  const { title, body, url, context } = describe(delivery, now);
  const { open, mailOtherwise } = reminderWords(context);
  // A subject is one line: a title that somebody wrote could otherwise add a header.
  const subject = title.replace(/\s+/g, " ");
  const link = { label: open, url: publicUrl + url };
  try {
    await mailer.deliver({
      to: delivery.email,
      subject,
      ...mailLayout(context.language, [title, body], link, mailOtherwise),
    });
    return { to: "sent" };
  } catch (error) {
    return toOutcome(error as SmtpError);
  }
}

/** An error of the mail transport: `responseCode` is the answer of the mail server. */
type SmtpError = { code?: string; syscall?: string; responseCode?: number };

function toOutcome({ code, syscall, responseCode = 0 }: SmtpError): Outcome {
  if (responseCode >= 500) return { to: "failed" };
  // 421 announces the end of a connection, whatever was sent on it.
  const refused = responseCode >= 400 && responseCode !== 421;
  const notConnected = syscall === "connect" || code === "EDNS";
  return refused || notConnected ? { to: "retry", seconds: RETRY_SECONDS } : { to: "unsure" };
}
