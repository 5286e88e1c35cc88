import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { type Language, languageFromHeader, languages } from "#app/i18n/language";
import { DEFAULT_NUMERALS, type Numerals, numeralSystems } from "#app/i18n/numerals";

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
  numerals: z.enum(numeralSystems).optional().catch(undefined),
});

export type DevicePreferences = z.infer<typeof schema>;

export async function readPreferences(request: Request): Promise<DevicePreferences> {
  const parsed = schema.safeParse(await cookie.parse(request.headers.get("cookie")));
  return parsed.success ? parsed.data : {};
}

export const preferencesCookie = (preferences: DevicePreferences): Promise<string> =>
  cookie.serialize(preferences);

/** How a page speaks: its language and its digits. */
export interface Reading {
  language: Language;
  numerals: Numerals;
}

/** The choice of the person, else of this browser, else what the browser asks for. */
export async function requestReading(
  request: Request,
  user: { locale: Language; numerals: Numerals } | null,
): Promise<Reading> {
  if (user) return { language: user.locale, numerals: user.numerals };
  const { locale, numerals } = await readPreferences(request);
  return {
    language: locale ?? languageFromHeader(request.headers.get("accept-language")),
    numerals: numerals ?? DEFAULT_NUMERALS,
  };
}

/** How this browser likes to see things, for the account that is made in it. */
export async function devicePreferences(request: Request) {
  const { theme = "system" } = await readPreferences(request);
  const { language: locale, numerals } = await requestReading(request, null);
  return { locale, numerals, theme };
}

export const requestLanguage = async (request: Request): Promise<Language> =>
  (await requestReading(request, null)).language;
