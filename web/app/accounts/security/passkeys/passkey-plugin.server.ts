import { getAuthenticatorName, passkey } from "@better-auth/passkey";
import { APIError } from "better-auth/api";
import { deviceName } from "#app/accounts/session/device-name";
import type { Config } from "#app/platform/environment";

/**
 * Better Auth's passkeys (WebAuthn), for the host of PUBLIC_URL. A passkey replaces password and
 * second factor, so that the authenticator has to check who holds it.
 */
export const passkeyPlugin = ({ PUBLIC_URL }: Config) =>
  passkey({
    rpID: new URL(PUBLIC_URL).hostname,
    rpName: "Karlo",
    origin: new URL(PUBLIC_URL).origin,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    registration: {
      afterVerification: async ({ verification, ctx }) => {
        requireVerifiedUser(verification.registrationInfo?.userVerified);
        const device = deviceName(ctx.headers?.get("user-agent") ?? null);
        const name = getAuthenticatorName(verification.registrationInfo?.aaguid) ?? device;
        return { name: name ?? undefined };
      },
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        requireVerifiedUser(verification.authenticationInfo.userVerified),
    },
  });

function requireVerifiedUser(verified: boolean | undefined): void {
  if (!verified)
    throw new APIError("UNAUTHORIZED", {
      code: "USER_NOT_VERIFIED",
      message: "The authenticator did not check who holds it.",
    });
}
