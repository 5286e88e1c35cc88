import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { type Language, languageFromHeader, languages } from "#app/i18n/language";
import { DEFAULT_NUMERALS, type Numerals, numeralSystems } from "#app/i18n/numerals";

/** Colour themes; `system` follows the browser. */
export const themes = ["light", "dark", "system"] as const;

/** Preferences of this browser: for the account that signs up in it, and while nobody is signed in. */
const cookie = createCookie("karlo_preferences", {
  httpOnly: true,
  path: "/",
  sameSite: "lax",
  maxAge: 31_536_000,
});

const schema = z.object({
  locale: z.enum(languages).optional().catch(undefined),
  theme: z.enum(themes).optional().catch(undefined),
  numerals: z.enum(numeralSystems).optional().catch(undefined),
  /** Nothing is kept on this device, because others use it too. */
  keepsNothing: z.boolean().optional().catch(undefined),
  /** The side bar is folded to its icons. */
  foldsSide: z.boolean().optional().catch(undefined),
});

/** What a browser has chosen; absent members were never chosen. */
export type DevicePreferences = z.infer<typeof schema>;

/** The preferences in the request's cookie; empty for a missing or malformed one. */
export async function readPreferences(request: Request): Promise<DevicePreferences> {
  const parsed = schema.safeParse(await cookie.parse(request.headers.get("cookie")));
  return parsed.success ? parsed.data : {};
}

/** The `Set-Cookie` value that keeps preferences in this browser for a year. */
export const preferencesCookie = (preferences: DevicePreferences): Promise<string> =>
  cookie.serialize(preferences);

/** The `Set-Cookie` value that keeps nothing on this device from now on, or what is usual again. */
export async function sharedDeviceCookie(request: Request, shared: boolean): Promise<string> {
  return preferencesCookie({ ...(await readPreferences(request)), keepsNothing: shared });
}

/** How a page is rendered: its language and its digits. */
export interface DisplayLocale {
  language: Language;
  numerals: Numerals;
}

/** The locale of the account, else of this browser's cookie, else of its Accept-Language header. */
export async function requestDisplayLocale(
  request: Request,
  user: { locale: Language; numerals: Numerals } | null,
): Promise<DisplayLocale> {
  if (user) return { language: user.locale, numerals: user.numerals };
  const { locale, numerals } = await readPreferences(request);
  return {
    language: locale ?? languageFromHeader(request.headers.get("accept-language")),
    numerals: numerals ?? DEFAULT_NUMERALS,
  };
}

/** Preferences of this browser as defaults for an account that signs up in it. */
export async function signUpPreferences(request: Request) {
  const { theme = "system" } = await readPreferences(request);
  const { language: locale, numerals } = await requestDisplayLocale(request, null);
  return { locale, numerals, theme };
}

/** The language for a request without an account. */
export const requestLanguage = async (request: Request): Promise<Language> =>
  (await requestDisplayLocale(request, null)).language;
