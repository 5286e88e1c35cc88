import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import {
  preferencesCookie,
  readPreferences,
  themes,
} from "#app/accounts/device-preferences.server";
import { safePath } from "#app/accounts/safe-path";
import { updatePreferences } from "#app/accounts/update-preferences.server";
import { assistantLanguages } from "#app/i18n/conversation";
import { languages } from "#app/i18n/language";
import { numeralSystems } from "#app/i18n/numerals";
import { timeZoneInput } from "#app/platform/time-zone";
import { wantsPage } from "#app/ui/notice.server";

const schema = z.object({
  locale: z.enum(languages).optional(),
  theme: z.enum(themes).optional(),
  numerals: z.enum(numeralSystems).optional(),
  timeZone: timeZoneInput.optional(),
  assistantLanguage: z.enum(assistantLanguages).optional(),
});

/** Only a form's target: who opens it goes home. */
export const loader = () => redirect("/");

export async function action({ request, context: { karlo } }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw data(null, { status: 422 });
  const { timeZone, assistantLanguage, ...looks } = parsed.data;
  await updatePreferences(karlo, request, { timeZone, assistantLanguage, ...looks });
  const device = { ...(await readPreferences(request)), ...looks };
  const headers = { "Set-Cookie": await preferencesCookie(device) };
  if (!wantsPage(request)) return data({ ok: true }, { headers });
  return redirect(safePath(form.get("returnTo"), "/"), { status: 303, headers });
}
