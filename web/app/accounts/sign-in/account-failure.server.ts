import { data } from "@remix-run/node";
import { z } from "zod";
import { requestDisplayLocale } from "#app/accounts/preferences/device-preferences.server";
import { statusOf } from "#app/accounts/session/error-status";
import { errorDetail } from "#app/i18n/errors";
import { inNumerals } from "#app/i18n/numerals";
import { isAppError } from "#app/platform/errors";

/** Validation errors, as keys of the dictionary under `accounts.invalid`. */
type AccountProblem = "name" | "email" | "password" | "passwordMissing" | "codeMissing";

/** Why an account form failed, and the values it shows again; never the password. */
export interface AccountFailure {
  detail: string | null;
  fields: Partial<Record<"name" | "email" | "password" | "code", AccountProblem>>;
  values: { name: string; email: string };
}

type Form = Record<string, FormDataEntryValue>;

/** The response to an account form that failed; rethrows internal errors. */
export async function accountFailure(request: Request, form: Form, error: unknown) {
  const values = { name: text(form.name), email: text(form.email) };
  if (error instanceof z.ZodError) {
    const fields: AccountFailure["fields"] = {};
    for (const { path, message } of error.issues) {
      fields[path[0] as keyof typeof fields] ??= message as AccountProblem;
    }
    return data<AccountFailure>({ detail: null, fields, values }, { status: 422 });
  }
  if (!isAppError(error)) throw error;
  const { language, numerals } = await requestDisplayLocale(request, null);
  const detail = inNumerals(errorDetail(error.code, language, error.values), numerals);
  return data<AccountFailure>({ detail, fields: {}, values }, statusOf(error));
}

const text = (value: FormDataEntryValue | undefined): string =>
  typeof value === "string" ? value.slice(0, 320) : "";
