import { createHash } from "node:crypto";
import { makeSignature } from "better-auth/crypto";
import type { MiddlewareHandler } from "hono";
import { parseSigned } from "hono/utils/cookie";
import type { Config } from "#app/platform/environment";

type Secrets = Pick<Config, "BETTER_AUTH_SECRET" | "BETTER_AUTH_PREVIOUS_SECRETS">;

/** The current secret, and behind it those before, newest first. */
export const allSecrets = (config: Secrets): string[] => [
  config.BETTER_AUTH_SECRET,
  ...config.BETTER_AUTH_PREVIOUS_SECRETS,
];

/**
 * The secrets in the form of Better Auth: the first one encrypts, each of them decrypts what names its
 * version. What names none was encrypted before there were versions, so by the oldest one.
 * Source: https://www.better-auth.com/docs/reference/options#secrets
 */
export function authSecrets(config: Secrets) {
  const all = allSecrets(config);
  return {
    secrets: all.map((value) => ({ version: versionOf(value), value })),
    secret: all.at(-1),
  };
}

/** The secrets as Better Auth's functions of encryption take them. */
export function decryptionKey(config: Secrets) {
  const { secrets, secret } = authSecrets(config);
  return {
    keys: new Map(secrets.map(({ version, value }) => [version, value])),
    currentVersion: versionOf(config.BETTER_AUTH_SECRET),
    legacySecret: secret,
  };
}

/** A number that is a secret's own, whatever others are beside it: its digest, cut to 31 bits. */
const versionOf = (secret: string): number =>
  createHash("sha256").update(`version ${secret}`).digest().readUInt32BE() >>> 1;

const SESSION_COOKIE = "karlo.session_token";

/**
 * Accepts a session cookie that was signed with an earlier secret: everything behind this middleware
 * sees it signed with the current one. The browser gets that with its session's next renewal.
 */
export function acceptEarlierSessions(config: Secrets): MiddlewareHandler {
  const current = config.BETTER_AUTH_SECRET;
  return async (c, next) => {
    const cookies = c.req.raw.headers.get("cookie") ?? "";
    for (const secret of allSecrets(config)) {
      const { [SESSION_COOKIE]: token } = await parseSigned(cookies, secret, SESSION_COOKIE);
      if (!token) continue;
      if (secret === current) break;
      const value = encodeURIComponent(`${token}.${await makeSignature(token, current)}`);
      const others = cookies.split(/;\s*/).filter((pair) => !pair.startsWith(`${SESSION_COOKIE}=`));
      c.req.raw.headers.set("cookie", [...others, `${SESSION_COOKIE}=${value}`].join("; "));
      break;
    }
    return next();
  };
}
