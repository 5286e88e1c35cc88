import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail that arrived. */
export interface ReceivedMail {
  to: string;
  /** The whole message as it was sent. */
  raw: string;
  /** The message with its parts decoded, to be searched. */
  text: string;
}

/** Decodes the parts of a MIME message, so that its text can be searched. */
function decode(mail: string): string {
  return mail
    .split(/\r\n--/)
    .map((part) => {
      const [head = "", ...body] = part.split("\r\n\r\n");
      const text = body.join("\r\n\r\n");
      if (/base64/i.test(head)) return head + Buffer.from(text, "base64").toString();
      if (!/quoted-printable/i.test(head)) return part;
      const bytes = text
        .replace(/=\r\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        );
      return head + Buffer.from(bytes, "latin1").toString();
    })
    .join("\n");
}

/** Starts a mail server on this machine, which keeps what it takes in `inbox`. */
export async function startMailServer() {
  const inbox: ReceivedMail[] = [];
  /**
   * Tells how to answer, by an SMTP code; set it to make the server fail. 0 ends the connection after
   * the server has the mail.
   */
  const control: { answer: (mail: ReceivedMail) => number } = { answer: () => 250 };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        const raw = Buffer.concat(chunks).toString();
        const mail = { to, raw, text: decode(raw) };
        const answer = control.answer(mail);
        if (answer === 250 || answer === 0) inbox.push(mail);
        if (answer === 250) done();
        else if (answer === 0) for (const each of smtp.connections) each.close();
        else done(Object.assign(new Error("no"), { responseCode: answer }));
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  return {
    inbox,
    control,
    /** The environment of an app that sends its mails here. */
    environment: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: "Karlo <karlo@example.com>",
    },
    close: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  };
}

/** The server of {@link startMailServer}. */
export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
