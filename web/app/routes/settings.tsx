import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import {
  preferencesCookie,
  readPreferences,
  themes,
} from "#app/accounts/preferences/device-preferences.server";
import { updatePreferences } from "#app/accounts/preferences/update-preferences.server";
import { clearDevice } from "#app/accounts/session/clear-device.server";
import { safePath } from "#app/accounts/sign-in/safe-path";
import { assistantLanguages } from "#app/i18n/conversation";
import { languages } from "#app/i18n/language";
import { numeralSystems } from "#app/i18n/numerals";
import { readForm } from "#app/platform/read-form";
import { timeZoneInput } from "#app/platform/time-zone";
import { isDocumentRequest } from "#app/ui/feedback/notice.server";

const schema = z.object({
  locale: z.enum(languages).optional(),
  theme: z.enum(themes).optional(),
  numerals: z.enum(numeralSystems).optional(),
  timeZone: timeZoneInput.optional(),
  assistantLanguage: z.enum(assistantLanguages).optional(),
  side: z.enum(["open", "folded"]).optional(),
  keep: z.enum(["yes", "no"]).optional(),
});

/** The route is a form target only; opening it redirects to the start page. */
export const loader = () => redirect("/");

export async function action({ request, context: { app } }: ActionFunctionArgs) {
  const form = await readForm(request);
  const parsed = schema.safeParse(form);
  if (!parsed.success) throw data(null, { status: 422 });
  const { timeZone, assistantLanguage, keep, side, ...display } = parsed.data;
  await updatePreferences(app, request, { timeZone, assistantLanguage, ...display });
  const device = { ...(await readPreferences(request)), ...display };
  if (side) device.foldsSide = side === "folded";
  if (keep) device.keepsNothing = keep === "no";
  const headers = new Headers({ "Set-Cookie": await preferencesCookie(device) });
  if (keep === "no") clearDevice(headers);
  if (!isDocumentRequest(request)) return data({ ok: true }, { headers });
  return redirect(safePath(form.returnTo, "/"), { status: 303, headers });
}
