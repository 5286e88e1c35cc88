import { encode } from "uqr";

/** What an authenticator app needs, as text, link and QR code. */
export interface AuthenticatorSetup {
  /** The secret in Base32. */
  secret: string;
  uri: string;
  /** The dark modules as an SVG path in a square of `size` units. */
  qr: { size: number; path: string };
}

/**
 * The setup of an authenticator app for a secret.
 * Format: https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function authenticatorSetup(secret: string, email: string): AuthenticatorSetup {
  const label = encodeURIComponent(`Karlo:${email}`);
  const parameters = new URLSearchParams({ secret, issuer: "Karlo", digits: "6", period: "30" });
  const uri = `otpauth://totp/${label}?${parameters}`;
  const { size, data } = encode(uri, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { secret, uri, qr: { size, path } };
}
