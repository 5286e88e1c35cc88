import { createHash } from "node:crypto";
import type { Config } from "#app/platform/environment";
import type { Limit } from "#app/platform/limits";
import { allSecrets } from "./auth-secrets";
import { knownDevice } from "./device-cookie.server";

const MINUTE = 60;
const HOUR = 3_600;

/** Who makes an attempt, as far as it is known. */
export interface Attempt {
  /** The client's IP address, from trusted proxies only. */
  address: string;
  email: string;
  /** The device cookie of the request. */
  device?: string | null;
}

/**
 * Limits on wrong passwords: by client address, then by account, whether the account exists or
 * not. A browser that has signed in to the account before is limited by its device instead.
 */
export function signInLimits(config: Config, { address, email, device }: Attempt): Limit[] {
  const seconds = config.SIGN_IN_FAILURE_WINDOW;
  const known = knownDevice(allSecrets(config), device, email);
  if (known) {
    return [{ key: `device:${known}`, max: config.SIGN_IN_FAILURES_PER_ACCOUNT, seconds }];
  }
  return [
    { key: `address:${address}`, max: config.SIGN_IN_FAILURES_PER_ADDRESS, seconds },
    { key: accountKey(email), max: config.SIGN_IN_FAILURES_PER_ACCOUNT, seconds },
  ];
}

/**
 * Limits on sign-ups: by client address and, since each sends a mail where there is a mail server,
 * by recipient.
 */
export function signUpLimits(config: Config, { address, email }: Attempt): Limit[] {
  const byAddress = {
    key: `sign-up:${address}`,
    max: config.SIGN_UPS_PER_MINUTE,
    seconds: MINUTE,
  };
  return config.SMTP_URL ? [byAddress, recipientLimit(config, email)] : [byAddress];
}

/** Limits on requested mails: by client address, and by recipient. */
export function mailLimits(config: Config, { address, email }: Attempt): Limit[] {
  return [
    { key: `mail-from:${address}`, max: config.SIGN_UPS_PER_MINUTE, seconds: MINUTE },
    recipientLimit(config, email),
  ];
}

/** The limit on mails to one address, whatever they are about. */
const recipientLimit = (config: Config, email: string): Limit => ({
  key: `mail-to:${digest(email)}`,
  max: config.MAILS_PER_HOUR,
  seconds: HOUR,
});

/** Limits on wrong passwords of a signed-in user. */
export function passwordLimits(config: Config, userId: string): Limit[] {
  const max = config.SIGN_IN_FAILURES_PER_ACCOUNT;
  return [{ key: `password:${userId}`, max, seconds: config.SIGN_IN_FAILURE_WINDOW }];
}

/** The limit key of an account; a digest, so that the table holds no address. */
export const accountKey = (email: string): string => `account:${digest(email)}`;

const digest = (email: string): string =>
  createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
