import type { SecurityMailKind } from "#app/i18n/mails/security-mails";
import type { SecurityEventType } from "./security-event";

/** What endpoints of Better Auth change for a person who is signed in, and the mail that says so. */
export const CHANGES: Record<string, { type: SecurityEventType; mail?: SecurityMailKind }> = {
  "/change-password": { type: "password_changed", mail: "password" },
  "/two-factor/disable": { type: "second_factor_off", mail: "secondFactorOff" },
  "/two-factor/generate-backup-codes": { type: "recovery_codes_renewed", mail: "recoveryCodes" },
  "/passkey/verify-registration": { type: "passkey_added", mail: "passkeyAdded" },
  "/passkey/delete-passkey": { type: "passkey_removed", mail: "passkeyRemoved" },
  "/sign-out": { type: "signed_out" },
  "/revoke-session": { type: "sessions_ended" },
  "/revoke-sessions": { type: "sessions_ended" },
  "/revoke-other-sessions": { type: "sessions_ended" },
  "/token": { type: "tokens_issued" },
};
