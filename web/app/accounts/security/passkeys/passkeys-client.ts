import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

/** What came of an attempt with a passkey; `cancelled` also when the time ran out. */
export type PasskeyOutcome = "done" | "cancelled" | "failed" | "wrong_password" | "sign_in_again";

/** Whether this browser knows passkeys; only in a secure context. */
export const knowsPasskeys = (): boolean => typeof window.PublicKeyCredential === "function";

/** Signs in with a passkey of this device; the response sets the session cookie. */
export async function signInWithPasskey(): Promise<PasskeyOutcome> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const options = await call("/passkey/generate-authenticate-options");
  if (!options.ok) return "failed";
  const optionsJSON = options.body as PublicKeyCredentialRequestOptionsJSON;
  const response = await startAuthentication({ optionsJSON }).catch(() => null);
  if (!response) return "cancelled";
  return (await call("/passkey/verify-authentication", { response })).ok ? "done" : "failed";
}

/**
 * Adds a passkey to the account.
 *
 * @param password null for an account without one
 */
export async function addPasskey(password: string | null): Promise<PasskeyOutcome> {
  if (password !== null && !(await call("/verify-password", { password })).ok)
    return "wrong_password";
  const { startRegistration } = await import("@simplewebauthn/browser");
  const options = await call("/passkey/generate-register-options");
  if (!options.ok) return options.code === "PASSWORD_NEEDED" ? "sign_in_again" : "failed";
  const optionsJSON = options.body as PublicKeyCredentialCreationOptionsJSON;
  const response = await startRegistration({ optionsJSON }).catch(() => null);
  if (!response) return "cancelled";
  return (await call("/passkey/verify-registration", { response })).ok ? "done" : "failed";
}

interface Answer {
  ok: boolean;
  body: unknown;
  code?: string;
}

/** Calls an endpoint of Better Auth; a POST when there is something to send. */
async function call(path: string, send?: object): Promise<Answer> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      ...(send && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(send),
      }),
    });
    const body: unknown = await response.json();
    return { ok: response.ok, body, code: (body as { code?: string } | null)?.code };
  } catch {
    return { ok: false, body: null };
  }
}
