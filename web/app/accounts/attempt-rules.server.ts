import { createHash } from "node:crypto";
import type { Config } from "#app/platform/environment";
import type { Limit } from "#app/platform/limits";
import { knownDevice } from "./device-cookie.server";

const MINUTE = 60;
const HOUR = 3_600;

/** Who tries, as far as it is known. */
export interface Attempt {
  /** The client's address, from trusted proxies only. */
  address: string;
  email: string;
  /** The device cookie that came with it. */
  device?: string | null;
}

/**
 * Limits on wrong passwords: by client address, then by account, whether the account exists or
 * not. A browser that has signed in to the account before has a limit of its own instead.
 */
export function signInLimits(config: Config, { address, email, device }: Attempt): Limit[] {
  const seconds = config.SIGN_IN_FAILURE_WINDOW;
  const known = knownDevice(config.BETTER_AUTH_SECRET, device, email);
  if (known) {
    return [{ key: `device:${known}`, max: config.SIGN_IN_FAILURES_PER_ACCOUNT, seconds }];
  }
  return [
    { key: `address:${address}`, max: config.SIGN_IN_FAILURES_PER_ADDRESS, seconds },
    { key: accountKey(email), max: config.SIGN_IN_FAILURES_PER_ACCOUNT, seconds },
  ];
}

/** Limits on sign-ups by client address. */
export function signUpLimits(config: Config, { address }: Attempt): Limit[] {
  return [{ key: `sign-up:${address}`, max: config.SIGN_UPS_PER_MINUTE, seconds: MINUTE }];
}

/** Limits on mails that are asked for: by client address, and by the address they would go to. */
export function mailLimits(config: Config, { address, email }: Attempt): Limit[] {
  return [
    { key: `mail-from:${address}`, max: config.SIGN_UPS_PER_MINUTE, seconds: MINUTE },
    { key: `mail-to:${digest(email)}`, max: config.MAILS_PER_HOUR, seconds: HOUR },
  ];
}

/** Limits on wrong passwords of somebody who is signed in. */
export function passwordLimits(config: Config, userId: string): Limit[] {
  const max = config.SIGN_IN_FAILURES_PER_ACCOUNT;
  return [{ key: `password:${userId}`, max, seconds: config.SIGN_IN_FAILURE_WINDOW }];
}

/** What failures at an account are counted under. */
export const accountKey = (email: string): string => `account:${digest(email)}`;

const digest = (email: string): string =>
  createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
