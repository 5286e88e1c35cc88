import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  randomBytes,
  verify,
} from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

// A push service and the browsers behind it, written from the RFCs and without the library that sends:
// what it accepts, any push service and any browser accept.

/** A push that arrived. */
interface ReceivedPush {
  at: number;
  headers: IncomingMessage["headers"];
  /** The decrypted message. */
  message: Record<string, unknown> & { tag: string; title: string; token: string; again: boolean };
}

/** A browser that is subscribed. */
export interface TestBrowser {
  /** As `PushSubscription.toJSON()` gives it. */
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  received: ReceivedPush[];
}

type Answer = { status: number; headers?: Record<string, string> } | "hang" | "cut";

const hkdf = (salt: Buffer, secret: Buffer, info: Buffer, length: number): Buffer => {
  const key = createHmac("sha256", salt).update(secret).digest();
  return createHmac("sha256", key)
    .update(info)
    .update(Buffer.from([1]))
    .digest()
    .subarray(0, length);
};

/** Decrypts a message with the content encoding aes128gcm (RFC 8188) and the keys of RFC 8291. */
function decrypt(body: Buffer, keys: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const recordSize = body.readUInt32BE(16);
  const idLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + idLength);
  const record = body.subarray(21 + idLength);
  if (idLength !== 65 || record.length > recordSize) throw new Error("not one record of aes128gcm");
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), keys.getPublicKey(), senderKey]);
  const secret = hkdf(auth, keys.computeSecret(senderKey), info, 32);
  const key = hkdf(salt, secret, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = hkdf(salt, secret, Buffer.from("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error("no last record");
  return padded.subarray(0, end).toString("utf8");
}

/** Verifies the `vapid` authentication scheme (RFC 8292); returns what is wrong, or null. */
function faultOfVapid(authorization: string | undefined, origin: string): string | null {
  const match = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/i.exec(authorization ?? "");
  if (!match) return "no vapid credentials";
  const [, header = "", claims = "", signature = "", key = ""] = match;
  const point = Buffer.from(key, "base64url");
  if (point.length !== 65 || point[0] !== 4) return "no uncompressed point";
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
    part.toString("base64url"),
  );
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const valid = verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!valid) return "a wrong signature";
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  const now = Date.now() / 1_000;
  if (aud !== origin) return `for ${aud}`;
  if (!(exp > now && exp <= now + 86_400)) return "expired, or valid for more than a day";
  if (!/^(mailto:|https:)/.test(sub)) return "no subject";
  return null;
}

/** Starts a push service on this machine. */
export async function startPushService() {
  const browsers = new Map<
    string,
    TestBrowser & { keys: ReturnType<typeof createECDH>; auth: Buffer }
  >();
  const faults: string[] = [];
  const held = new Set<() => void>();
  /** Tells how to answer; set it to make the service fail. */
  const control: { answer: (push: ReceivedPush, path: string) => Answer } = {
    answer: () => ({ status: 201 }),
  };
  let origin = "";

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const browser = browsers.get(request.url ?? "");
    if (!browser) {
      response.writeHead(410).end();
      return;
    }
    const fault =
      faultOfVapid(request.headers.authorization, origin) ??
      (request.method !== "POST" || request.headers["content-encoding"] !== "aes128gcm"
        ? "no push"
        : !/^\d+$/.test(String(request.headers.ttl))
          ? "no TTL"
          : !/^[\w-]{1,32}$/.test(String(request.headers.topic ?? "x"))
            ? "no topic"
            : null);
    if (fault) {
      faults.push(fault);
      response.writeHead(400).end(fault);
      return;
    }
    const body = Buffer.concat(chunks);
    const message = JSON.parse(decrypt(body, browser.keys, browser.auth));
    const push: ReceivedPush = { at: Date.now(), headers: request.headers, message };
    const answer = control.answer(push, request.url ?? "");
    // Whatever it answers, it has the message.
    if (answer === "hang" || answer === "cut" || answer.status < 300) browser.received.push(push);
    if (answer === "hang") {
      await new Promise<void>((release) => held.add(release));
      response.writeHead(201).end();
    } else if (answer === "cut") request.socket.destroy();
    else response.writeHead(answer.status, answer.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  origin = `http://${host}`;

  return {
    host,
    control,
    faults,
    /** All that arrived, of all browsers. */
    received: () => [...browsers.values()].flatMap(({ received }) => received),
    /** Subscribes a new browser. */
    subscribe(): TestBrowser {
      const keys = createECDH("prime256v1");
      keys.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(8).toString("hex")}`;
      const subscription = {
        endpoint: `${origin}${path}`,
        keys: { p256dh: keys.getPublicKey("base64url"), auth: auth.toString("base64url") },
      };
      const browser = { subscription, received: [], keys, auth };
      browsers.set(path, browser);
      return browser;
    },
    unsubscribe: ({ subscription }: TestBrowser) =>
      browsers.delete(new URL(subscription.endpoint).pathname),
    release() {
      for (const release of held) release();
      held.clear();
    },
    async close() {
      for (const release of held) release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A private key for tests, in the form of VAPID_PRIVATE_KEY. */
export function vapidKey(): string {
  const curve = createECDH("prime256v1");
  curve.generateKeys();
  const bytes = curve.getPrivateKey();
  return Buffer.concat([Buffer.alloc(32 - bytes.length), bytes]).toString("base64url");
}
