import { data } from "@remix-run/node";
import type { z } from "zod";
import type { DisplayLocale } from "#app/accounts/preferences/device-preferences.server";
import { statusOf } from "#app/accounts/session/error-status";
import { errorDetail } from "#app/i18n/errors";
import { inNumerals } from "#app/i18n/numerals";
import { isAppError } from "#app/platform/errors";
import type { ProfileFailure, ProfileIntent } from "./profile-form";

type Form = Record<string, FormDataEntryValue>;

/** Fields that show an error next to themselves instead of above the form. */
const FIELD_ERRORS = new Set(["current", "email", "password"]);

/**
 * The response to a form of the profile page that failed validation.
 *
 * @throws a 400 response when the intent itself is unknown: no form of ours sent it
 */
export function invalidProfileForm(form: Form, error: z.ZodError) {
  const fields: ProfileFailure["fields"] = {};
  for (const { path, message } of error.issues) {
    const name = path[0] as keyof typeof fields | "intent" | undefined;
    if (name === "intent" || name === undefined) throw data(null, { status: 400 });
    fields[name] ??= message as NonNullable<(typeof fields)[typeof name]>;
  }
  return failureResponse(form, { detail: null, fields, field: null }, { status: 422 });
}

/** The response to a form of the profile page whose use case failed; rethrows internal errors. */
export function profileFailure(form: Form, locale: DisplayLocale, error: unknown) {
  if (!isAppError(error)) throw error;
  const text = inNumerals(errorDetail(error.code, locale.language, error.values), locale.numerals);
  const field = error.field && FIELD_ERRORS.has(error.field) ? { name: error.field, text } : null;
  return failureResponse(form, { detail: field ? null : text, fields: {}, field }, statusOf(error));
}

function failureResponse(
  form: Form,
  reason: Pick<ProfileFailure, "detail" | "fields" | "field">,
  status: ReturnType<typeof statusOf>,
) {
  const { name, email } = form;
  const values = {
    name: typeof name === "string" ? name.slice(0, 200) : undefined,
    email: typeof email === "string" ? email.slice(0, 320) : undefined,
  };
  const intent = form.intent as ProfileIntent;
  return data<ProfileFailure>({ ok: false, intent, values, ...reason }, status);
}
