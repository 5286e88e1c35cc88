import type { Config } from "#app/platform/environment";

/** Google's sign-in origin, allowed as a form target by our content security policy. */
export const GOOGLE_ORIGIN = "https://accounts.google.com";

/** Better Auth's Google provider; empty when no Google client is configured. */
export function googleProvider({ GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET }: Config) {
  if (!GOOGLE_CLIENT_ID || !GOOGLE_CLIENT_SECRET) return {};
  return {
    google: {
      clientId: GOOGLE_CLIENT_ID,
      clientSecret: GOOGLE_CLIENT_SECRET,
      prompt: "select_account" as const,
      mapProfileToUser: ({ locale }: { locale?: string }) => ({
        locale: locale?.startsWith("ur") ? "ur" : "en",
      }),
    },
  };
}
