import { data } from "@remix-run/node";
import { z } from "zod";
import { errorDetail } from "#app/i18n/errors";
import { inNumerals } from "#app/i18n/numerals";
import { isAppError } from "#app/platform/errors";
import { requestReading } from "./device-preferences.server";

/** The fields whose errors the dictionaries name under `accounts.invalid`. */
type AccountProblem = "name" | "email" | "password" | "passwordMissing";

/** What a form shows again. The password is not among it. */
export interface AccountFailure {
  detail: string | null;
  fields: Partial<Record<"name" | "email" | "password", AccountProblem>>;
  values: { name: string; email: string };
}

type Form = Record<string, FormDataEntryValue>;

/** Why an account form did not go through, for the person who filled it. */
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
  const { language, numerals } = await requestReading(request, null);
  const detail = inNumerals(errorDetail(error.code, language, error.values), numerals);
  return data<AccountFailure>({ detail, fields: {}, values }, { status: error.status });
}

const text = (value: FormDataEntryValue | undefined): string =>
  typeof value === "string" ? value.slice(0, 320) : "";
