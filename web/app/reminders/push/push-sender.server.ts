import { createECDH } from "node:crypto";
import http, { type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import https from "node:https";
import webPush from "web-push";
import type { Config } from "#app/platform/environment";
import type { Outcome } from "#app/reminders/deliver/claim-deliveries.server";
import { pushServiceUrl } from "./push-services";

/** A browser that takes pushes. */
interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** Sends pushes, signed with the key of this server. */
export interface PushSender {
  /** The public key that browsers subscribe with, in base64url. */
  publicKey: string;
  /**
   * Encrypts and sends a message (RFC 8030, 8291, 8292).
   *
   * @param topic a message that waits at the push service under the same topic is replaced
   */
  send(target: PushTarget, message: object, topic: string): Promise<Outcome>;
}

/** A phone that was off all day is not told of yesterday. */
const TTL_SECONDS = 86_400;
const TIMEOUT_MS = 10_000;
/** A signature is valid for hours (24 at most), and is used for less. */
const SIGNED_MS = 6 * 3_600_000;
const RETRY_SECONDS = 30;
const RETRY_MAX_SECONDS = 3_600;

/** Connections to push services are kept for the next message, and closed when there is none. */
const KEPT = { keepAlive: true, timeout: 4_000 };
const AGENTS = { http: new http.Agent(KEPT), https: new https.Agent(KEPT) };

/** Makes the sender of a process; null without a key. */
export function createPushSender(config: Config): PushSender | null {
  const { VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject, PUSH_SERVICES: hosts } = config;
  if (!privateKey) return null;
  const publicKey = publicKeyOf(privateKey);
  const signed = new Map<string, { authorization: string; until: number }>();

  // The signature names the push service and not the message: one serves for hours.
  function authorize(origin: string): string {
    const known = signed.get(origin);
    if (known && known.until > Date.now()) return known.authorization;
    const { Authorization: authorization } = webPush.getVapidHeaders(
      ...([origin, subject, publicKey, privateKey, "aes128gcm"] as Parameters<
        typeof webPush.getVapidHeaders
      >),
    );
    // There are few push services; a name below one of them may be anything.
    if (signed.size > 1_000) signed.clear();
    signed.set(origin, { authorization, until: Date.now() + SIGNED_MS });
    return authorization;
  }

  return {
    publicKey,
    async send({ endpoint, p256dh, auth }, message, topic) {
      const url = pushServiceUrl(endpoint, hosts);
      if (!url) return { to: "failed" };
      let body: Buffer;
      try {
        const encrypted = webPush.encrypt(p256dh, auth, JSON.stringify(message), "aes128gcm");
        body = encrypted.cipherText;
      } catch {
        // Keys that are no point of the curve.
        return { to: "gone" };
      }
      return post(url, body, {
        authorization: authorize(url.origin),
        "content-encoding": "aes128gcm",
        "content-type": "application/octet-stream",
        "content-length": body.length,
        ttl: TTL_SECONDS,
        urgency: "high",
        topic,
      });
    },
  };
}

/**
 * Posts a message. Not by `fetch`: what it makes of a request with a time limit stays in memory until
 * the limit is over, and thousands of messages go out in that time.
 */
function post(url: URL, body: Buffer, headers: OutgoingHttpHeaders): Promise<Outcome> {
  return new Promise((resolve) => {
    const secure = url.protocol === "https:";
    const [{ request }, agent] = secure ? [https, AGENTS.https] : [http, AGENTS.http];
    const post = request(url, { method: "POST", headers, agent });
    // Before that nothing of the message is sent.
    let connected = false;
    post.once("socket", (socket) => {
      connected = post.reusedSocket;
      if (connected) return;
      socket.once(secure ? "secureConnect" : "connect", () => {
        connected = true;
      });
    });
    post.once("response", (response) => {
      // The connection is free again once the body was read.
      response.on("error", () => {}).resume();
      resolve(toOutcome(response));
    });
    post.on("error", () =>
      resolve(connected ? { to: "unsure" } : { to: "retry", seconds: RETRY_SECONDS }),
    );
    const timer = setTimeout(() => post.destroy(new Error("no answer")), TIMEOUT_MS);
    post.once("close", () => clearTimeout(timer));
    post.end(body);
  });
}

/** The public key of a private one, both in base64url. */
function publicKeyOf(privateKey: string): string {
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(privateKey, "base64url");
  return curve.getPublicKey("base64url");
}

function toOutcome({ statusCode: status = 0, headers }: IncomingMessage): Outcome {
  if (status >= 200 && status < 300) return { to: "sent" };
  if (status === 404 || status === 410) return { to: "gone" };
  if (status === 429 || status === 503) {
    const seconds = Number(headers["retry-after"]) || RETRY_SECONDS;
    return { to: "retry", seconds: Math.min(Math.max(1, Math.ceil(seconds)), RETRY_MAX_SECONDS) };
  }
  // A gateway on the way does not know whether the service took it.
  return { to: status >= 500 ? "unsure" : "failed" };
}
