import { twoFactor } from "better-auth/plugins";
import { hashRecoveryCodes, newRecoveryCodes } from "./recovery-codes";

/** How long the second step of a sign-in may take, in seconds. */
const TICKET_SECONDS = 300;

/**
 * Better Auth's second factor by an authenticator app (TOTP, RFC 6238), with recovery codes that are
 * stored as hashes. {@link securityPlugin} adds what it lacks: single use and limits.
 */
export const secondFactorPlugin = () =>
  twoFactor({
    issuer: "Karlo",
    twoFactorCookieMaxAge: TICKET_SECONDS,
    // Our own limits count by account and address.
    accountLockout: { enabled: false },
    backupCodeOptions: {
      customBackupCodesGenerate: newRecoveryCodes,
      storeBackupCodes: {
        encrypt: async (json) => hashRecoveryCodes(json),
        decrypt: async (stored) => stored,
      },
    },
  });
