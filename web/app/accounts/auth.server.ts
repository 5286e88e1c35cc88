import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { isAPIError } from "better-auth/api";
import { bearer, jwt } from "better-auth/plugins";
import { z } from "zod";
import { DEFAULT_NUMERALS, numeralSystems } from "#app/i18n/numerals";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import type { Db } from "#app/platform/database";
import type { Config } from "#app/platform/environment";
import type { PrismaClient } from "#app/platform/generated/client";
import { forgetAttempts } from "#app/platform/limits";
import type { Logger } from "#app/platform/log";
import { timeZoneInput } from "#app/platform/time-zone";
import { accountKey } from "./attempt-rules.server";
import { createAuthHooks, LIMITED_PATHS } from "./auth-hooks.server";
import { authMails } from "./auth-mails.server";
import { googleProvider } from "./google.server";
import type { Mailer } from "./mailer.server";
import { signingKeysReader } from "./signing-keys.server";

/** Better Auth, set up for Karlo. */
export type Auth = ReturnType<typeof createAuth>;

/** What the accounts room needs of the process. */
export interface Accounts {
  auth: Auth;
  db: PrismaClient;
  config: Config;
  /** Null when no mail server is configured. */
  mailer: Mailer | null;
}

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;
/** Longest life of a token for programs. */
const TOKEN_LIFE = "15m";
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * Accounts by e-mail and password (scrypt), sessions in PostgreSQL, short-lived JWTs for programs.
 * Endpoints: https://www.better-auth.com/docs/basic-usage
 */
export function createAuth(db: Db, config: Config, mailer: Mailer | null, log: Logger) {
  const mails = mailer && authMails({ db, config, mailer });
  return betterAuth({
    appName: "Karlo",
    baseURL: config.PUBLIC_URL,
    secret: config.BETTER_AUTH_SECRET,
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    trustedOrigins: [config.PUBLIC_URL],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      requireEmailVerification: config.REQUIRE_EMAIL_VERIFICATION === "true",
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => forgetAttempts(db, accountKey(user.email)),
      ...mails?.password,
    },
    ...(mails && { emailVerification: mails.address }),
    socialProviders: googleProvider(config),
    // A last use that is shown to the hour is worth one write an hour.
    session: { expiresIn: 7 * DAY, updateAge: HOUR },
    verification: { storeIdentifier: "hashed" },
    onAPIError: {
      errorURL: `${config.PUBLIC_URL}/sign-in`,
      // A refusal is an answer, not an incident.
      onError: (error) => {
        if (!isAPIError(error) || error.statusCode >= 500)
          log.error({ source: "accounts", err: error }, "accounts: request failed");
      },
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
      // These have limits of their own, which count failures and not what was right.
      customRules: {
        ...Object.fromEntries(LIMITED_PATHS.map((path) => [path, false as const])),
        "/sign-in/social": { window: MINUTE, max: config.SIGN_UPS_PER_MINUTE },
      },
    },
    advanced: {
      cookiePrefix: "karlo",
      // Said outright: it would otherwise be off where NODE_ENV is "test".
      disableOriginCheck: false,
      // Set by our own server from the connection; what a client sends under this name is dropped.
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    plugins: [
      bearer(),
      jwt({
        // Else it signs one at each look at a session, for a header that nobody reads.
        disableSettingJwtHeader: true,
        jwks: { rotationInterval: 30 * DAY, gracePeriod: DAY },
        adapter: { getJwks: signingKeysReader(db, config.BETTER_AUTH_SECRET) },
        jwt: {
          issuer: config.PUBLIC_URL,
          audience: config.PUBLIC_URL,
          expirationTime: TOKEN_LIFE,
          // A token ends with the session it came from.
          definePayload: ({ session }) => ({ sid: session.id }),
        },
      }),
    ],
    telemetry: { enabled: false },
    logger: {
      level: "warn",
      // Arguments may hold addresses: the message alone is logged.
      log: (level, message) => log[level]({ source: "accounts" }, message),
    },
  });
}
