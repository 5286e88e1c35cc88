import type { Config } from "#app/platform/environment";

/** Where Google asks people to sign in: our pages may lead there and nowhere else. */
export const GOOGLE_ORIGIN = "https://accounts.google.com";

/** Google as a way to sign in, when its client is configured. */
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
