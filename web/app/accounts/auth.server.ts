import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { bearer, jwt } from "better-auth/plugins";
import { z } from "zod";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import type { Db } from "#app/platform/database";
import type { Config } from "#app/platform/environment";
import type { Logger } from "#app/platform/log";
import { timeZoneInput } from "#app/platform/time-zone";

/** Better Auth, set up for Karlo. */
export type Auth = ReturnType<typeof createAuth>;

/** What the accounts room needs of the process. */
export interface Accounts {
  auth: Auth;
  db: Db;
  config: Config;
}

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;
/** Longest life of a token for programs. */
const TOKEN_LIFE = "15m";
const MINUTE = 60;

/**
 * Accounts by e-mail and password (scrypt), sessions in PostgreSQL, short-lived JWTs for programs.
 * Endpoints: https://www.better-auth.com/docs/basic-usage
 */
export function createAuth(db: Db, config: Config, log: Logger) {
  const attempts = { window: MINUTE, max: config.SIGN_UPS_PER_MINUTE };
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
    },
    user: {
      additionalFields: {
        timeZone: { type: "string", defaultValue: "UTC", validator: { input: timeZoneInput } },
        locale: { type: "string", defaultValue: "en", validator: { input: z.enum(["en", "ur"]) } },
        theme: {
          type: "string",
          defaultValue: "system",
          validator: { input: z.enum(["light", "dark", "system"]) },
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: MINUTE,
      max: 600,
      customRules: { "/sign-up/email": attempts, "/sign-in/email": attempts },
    },
    advanced: {
      cookiePrefix: "karlo",
      // Set by our own server from the connection; what a client sends under this name is dropped.
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    plugins: [
      bearer(),
      jwt({
        jwt: {
          issuer: config.PUBLIC_URL,
          audience: config.PUBLIC_URL,
          expirationTime: TOKEN_LIFE,
          definePayload: () => ({}),
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
