/** The kind of a security event; each has a text in both languages. */
export type SecurityEventType =
  | "signed_up"
  | "signed_in"
  | "sign_in_failed"
  | "second_factor_failed"
  | "signed_out"
  | "sessions_ended"
  | "password_changed"
  | "password_reset"
  | "address_changed"
  | "second_factor_on"
  | "second_factor_off"
  | "recovery_codes_renewed"
  | "passkey_added"
  | "passkey_removed"
  | "exported"
  | "tokens_issued"
  | "token_reused"
  | "app_connected"
  | "app_disconnected"
  | "token_created"
  | "token_revoked";

/** How somebody signed in, in the details of an event. */
export const signInMethods = ["password", "app", "recovery_code", "passkey", "google"] as const;

/** How somebody signed in: `app` and `recovery_code` after the password. */
export type SignInMethod = (typeof signInMethods)[number];
