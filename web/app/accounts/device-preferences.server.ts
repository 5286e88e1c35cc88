import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { type Language, languageFromHeader, languages } from "#app/i18n/language";

export const themes = ["light", "dark", "system"] as const;

/** What this browser likes, for as long as nobody is signed in. */
const cookie = createCookie("karlo_preferences", {
  httpOnly: true,
  path: "/",
  sameSite: "lax",
  maxAge: 31_536_000,
});

const schema = z.object({
  locale: z.enum(languages).optional().catch(undefined),
  theme: z.enum(themes).optional().catch(undefined),
});

export type DevicePreferences = z.infer<typeof schema>;

export async function readPreferences(request: Request): Promise<DevicePreferences> {
  const parsed = schema.safeParse(await cookie.parse(request.headers.get("cookie")));
  return parsed.success ? parsed.data : {};
}

export const preferencesCookie = (preferences: DevicePreferences): Promise<string> =>
  cookie.serialize(preferences);

/** The choice of the person, else of this browser, else what the browser asks for. */
export async function requestLanguage(
  request: Request,
  user: { locale: Language } | null,
): Promise<Language> {
  if (user) return user.locale;
  const { locale } = await readPreferences(request);
  return locale ?? languageFromHeader(request.headers.get("accept-language"));
}
