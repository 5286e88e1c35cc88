import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { bearer, jwt } from "better-auth/plugins";
import { z } from "zod";
import { type FetchDocument, fetchDocument } from "#app/accounts/apps/fetch-document.server";
import { oauthPlugin } from "#app/accounts/apps/oauth-plugin.server";
import { passkeyPlugin } from "#app/accounts/security/passkeys/passkey-plugin.server";
import { afterPasswordReset } from "#app/accounts/security/password-reset.server";
import { secondFactorPlugin } from "#app/accounts/security/second-factor/second-factor-plugin.server";
import { securityPlugin } from "#app/accounts/security/security-plugin.server";
import { DEFAULT_NUMERALS, numeralSystems } from "#app/i18n/numerals";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import type { Db } from "#app/platform/database/database";
import type { Config } from "#app/platform/environment";
import type { PrismaClient } from "#app/platform/generated/client";
import { resetAttempts } from "#app/platform/limits";
import type { Logger } from "#app/platform/log";
import { timeZoneInput } from "#app/platform/time-zone";
import { accountKey } from "./attempt-limits.server";
import { createAuthHooks, LIMITED_PATHS } from "./auth-hooks.server";
import { authMails } from "./auth-mails.server";
import { authSecrets, decryptionKey } from "./auth-secrets";
import { googleProvider } from "./google.server";
import type { Mailer } from "./mailer.server";
import { signingKeysReader } from "./signing-keys.server";

/** The Better Auth instance. */
export type Auth = ReturnType<typeof createAuth>;

/** Dependencies of the accounts use cases. */
export interface Accounts {
  auth: Auth;
  db: PrismaClient;
  config: Config;
  /** Null when no mail server is configured. */
  mailer: Mailer | null;
}

/** Minimum password length, in characters. */
export const PASSWORD_MIN = 8;
/** Maximum password length, in characters. */
export const PASSWORD_MAX = 128;
/** Lifetime of an access token for programs. */
const TOKEN_LIFETIME = "15m";
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * Configures Better Auth: accounts by e-mail and password (scrypt) or Google, sessions in PostgreSQL,
 * short-lived JWTs for programs.
 * Endpoints: https://www.better-auth.com/docs/basic-usage
 */
export function createAuth(
  db: Db,
  config: Config,
  mailer: Mailer | null,
  log: Logger,
  fetch: FetchDocument = fetchDocument,
) {
  const mails = mailer && authMails({ db, config, mailer });
  return betterAuth({
    appName: "Karlo",
    baseURL: config.PUBLIC_URL,
    ...authSecrets(config),
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    trustedOrigins: [config.PUBLIC_URL],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      requireEmailVerification: config.REQUIRE_EMAIL_VERIFICATION === "true",
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }, request) => {
        await resetAttempts(db, accountKey(user.email));
        await afterPasswordReset({ db, config, mailer, log }, user.id, request?.headers);
      },
      ...mails?.password,
    },
    ...(mails && { emailVerification: mails.address }),
    socialProviders: googleProvider(config),
    // The last use is shown to the hour, so it is written at most once an hour.
    session: { expiresIn: 7 * DAY, updateAge: HOUR },
    verification: { storeIdentifier: "hashed" },
    onAPIError: {
      errorURL: `${config.PUBLIC_URL}/sign-in`,
      // Failures reach our own handler: the library would print them, with what was submitted.
      throw: true,
    },
    hooks: createAuthHooks(db, config),
    user: {
      additionalFields: {
        timeZone: { type: "string", defaultValue: "UTC", validator: { input: timeZoneInput } },
        locale: { type: "string", defaultValue: "en", validator: { input: z.enum(["en", "ur"]) } },
        theme: {
          type: "string",
          defaultValue: "system",
          validator: { input: z.enum(["light", "dark", "system"]) },
        },
        numerals: {
          type: "string",
          defaultValue: DEFAULT_NUMERALS,
          validator: { input: z.enum(numeralSystems) },
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: MINUTE,
      max: 600,
      // These have limits of their own, which count failures only.
      customRules: {
        ...Object.fromEntries(LIMITED_PATHS.map((path) => [path, false as const])),
        "/two-factor/*": false,
        "/passkey/*": { window: MINUTE, max: config.SIGN_UPS_PER_MINUTE },
        "/sign-in/social": { window: MINUTE, max: config.SIGN_UPS_PER_MINUTE },
      },
    },
    advanced: {
      cookiePrefix: "karlo",
      // The server itself gives every cookie the strictest prefix; see host-cookies.
      useSecureCookies: false,
      // Explicit, because the default is off when NODE_ENV is "test".
      disableOriginCheck: false,
      // Set by our server from the connection; a client's header of this name is dropped.
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    plugins: [
      // First: it takes back the session of the password step, which the others would give out.
      secondFactorPlugin(),
      bearer(),
      jwt({
        // The default signs a token on every session read, for a header that nobody uses.
        disableSettingJwtHeader: true,
        jwks: { rotationInterval: 30 * DAY, gracePeriod: DAY },
        adapter: { getJwks: signingKeysReader(db, decryptionKey(config)) },
        jwt: {
          issuer: config.PUBLIC_URL,
          audience: config.PUBLIC_URL,
          expirationTime: TOKEN_LIFETIME,
          // The session id lets a token be revoked with its session.
          definePayload: ({ session }) => ({ sid: session.id }),
        },
      }),
      passkeyPlugin(config),
      oauthPlugin(db, config, fetch),
      securityPlugin({ db, config, mailer, log }),
    ],
    telemetry: { enabled: false },
    logger: {
      level: "warn",
      // Arguments may hold e-mail addresses, and what follows a colon or stands in quotes came from
      // whoever sent the request: only the library's own words are logged.
      log: (level, message) =>
        log[level]({ source: "accounts" }, message.match(/^[^:"`]*/)?.[0].trim()),
    },
  });
}
