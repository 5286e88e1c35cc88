import { setImmediate as nextTurn } from "node:timers/promises";
import type { Mailer } from "#app/accounts/session/mailer.server";
import type { Db } from "#app/platform/database/database";
import type { Config } from "#app/platform/environment";
import { remindersSent } from "#app/platform/metrics";
import { inSpan } from "#app/platform/tracing/span";
import { signAction } from "#app/reminders/act/action-token.server";
import type { PushSender } from "#app/reminders/push/push-sender.server";
import {
  type ClaimedDelivery,
  claimDeliveries,
  type Outcome,
  recordOutcomes,
} from "./claim-deliveries.server";
import { toPushMessage } from "./message";
import { sendReminderMail } from "./send-mail.server";

/** What sends notifications. */
export interface Senders {
  config: Pick<Config, "PUBLIC_URL" | "BETTER_AUTH_SECRET">;
  push: PushSender | null;
  mailer: Mailer | null;
}

/** Messages on their way at a time: this bounds memory, and what a death of the process leaves open. */
const AT_ONCE = 32;
/** Attempts of a message that was not taken; with growing pauses they last most of an hour. */
const ATTEMPTS = 6;

/**
 * Sends what is to be sent until nothing is left or `signal` aborts; what is on its way is finished. A
 * claim and the outcomes of the one before are two statements for many messages.
 *
 * @returns how many attempts were made
 */
export async function deliverAll(db: Db, senders: Senders, signal: AbortSignal): Promise<number> {
  const onTheirWay = new Set<Promise<void>>();
  let outcomes: { id: string; outcome: Outcome }[] = [];
  let attempts = 0;
  let left = true;
  for (;;) {
    const done = outcomes;
    outcomes = [];
    await recordOutcomes(db, done);
    const free = AT_ONCE - onTheirWay.size;
    // A claim costs a round trip, and is worth it for several.
    const claims = !signal.aborted && left && free >= AT_ONCE / 2;
    const claimed = claims ? await claimDeliveries(db, free) : [];
    if (claims && claimed.length < free) left = false;
    for (const delivery of claimed) {
      attempts += 1;
      const sent = attempt(senders, delivery).then((outcome) => {
        onTheirWay.delete(sent);
        outcomes.push({ id: delivery.id, outcome });
        remindersSent.inc({ channel: delivery.channel, outcome: outcome.to });
      });
      onTheirWay.add(sent);
      // Encrypting takes the processor: requests are answered in between.
      await nextTurn();
    }
    if (onTheirWay.size > 0) await Promise.race(onTheirWay);
    else if (outcomes.length === 0) return attempts;
  }
}

async function attempt(senders: Senders, delivery: ClaimedDelivery): Promise<Outcome> {
  // Everything was completed since it rang.
  if (delivery.kind === "reminder" && delivery.open === 0) return { to: "skipped" };
  const { channel, kind } = delivery;
  const attributes = { "karlo.channel": channel, "karlo.notification": kind };
  const outcome = await inSpan(
    `deliver ${kind}`,
    { kind: "client", attributes, parent: null },
    () => send(senders, delivery),
  ).catch((): Outcome => ({ to: "unsure" }));
  if (outcome.to !== "retry") return outcome;
  if (delivery.attempts >= ATTEMPTS) return { to: "failed" };
  return { to: "retry", seconds: outcome.seconds * 2 ** (delivery.attempts - 1) };
}

async function send(
  { config, push, mailer }: Senders,
  delivery: ClaimedDelivery,
): Promise<Outcome> {
  const now = new Date();
  if (delivery.channel === "mail")
    return mailer && delivery.confirmed
      ? sendReminderMail(mailer, config.PUBLIC_URL, delivery, now)
      : { to: "skipped" };
  const { endpoint, p256dh, auth, userId, notification } = delivery;
  if (!push || !endpoint || !p256dh || !auth) return { to: "skipped" };
  const token = signAction({ userId, notification }, config.BETTER_AUTH_SECRET);
  const message = toPushMessage(delivery, token, now);
  return push.send({ endpoint, p256dh, auth }, message, message.tag);
}
