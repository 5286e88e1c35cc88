import { data } from "@remix-run/node";
import type { z } from "zod";
import { errorDetail } from "#app/i18n/errors";
import { inNumerals } from "#app/i18n/numerals";
import { isAppError } from "#app/platform/errors";
import type { Reading } from "./device-preferences.server";
import type { ProfileFailure, ProfileIntent } from "./profile-form";

type Form = Record<string, FormDataEntryValue>;

/** Fields whose form shows what was wrong beside them. */
const BESIDE = new Set(["current", "email"]);

/** What was written into a form of the profile page and does not fit. */
export function unfitProfileForm(form: Form, error: z.ZodError) {
  const fields: ProfileFailure["fields"] = {};
  for (const { path, message } of error.issues) {
    const name = path[0] as keyof typeof fields | "intent" | undefined;
    if (name === "intent" || name === undefined) throw data(null, { status: 400 });
    fields[name] ??= message as keyof typeof fields;
  }
  return failed(form, { detail: null, fields, field: null }, 422);
}

/** Why a form of the profile page did not go through, for the person who sent it. */
export function profileFailure(form: Form, reading: Reading, error: unknown) {
  if (!isAppError(error)) throw error;
  const text = inNumerals(
    errorDetail(error.code, reading.language, error.values),
    reading.numerals,
  );
  const field = error.field && BESIDE.has(error.field) ? { name: error.field, text } : null;
  return failed(form, { detail: field ? null : text, fields: {}, field }, error.status);
}

function failed(
  form: Form,
  reason: Pick<ProfileFailure, "detail" | "fields" | "field">,
  status: number,
) {
  const { name, email } = form;
  const values = {
    name: typeof name === "string" ? name.slice(0, 200) : undefined,
    email: typeof email === "string" ? email.slice(0, 320) : undefined,
  };
  const intent = form.intent as ProfileIntent;
  return data<ProfileFailure>({ ok: false, intent, values, ...reason }, { status });
}
