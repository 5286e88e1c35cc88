import { data } from "@remix-run/node";
import type { z } from "zod";
import type { DisplayLocale } from "#app/accounts/preferences/device-preferences.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { createToken } from "#app/accounts/tokens/create-token.server";
import { endToken } from "#app/accounts/tokens/end-token.server";
import { errorDetail } from "#app/i18n/errors";
import { inNumerals } from "#app/i18n/numerals";
import { isAppError } from "#app/platform/errors";
import { type AccessResult, accessFormSchema, type TokenField } from "./access-form";
import { disconnectApp } from "./end-access.server";

/** What the page shows next, or a notice with which it is opened again. */
type Outcome =
  | { result: AccessResult; status?: number }
  | { notice: "appDisconnected" | "tokenEnded" };

/**
 * Runs the use case of a form of the page of apps and tokens.
 *
 * @throws a 400 response when no form of ours sent it
 */
export async function submitAccessForm(
  accounts: Accounts,
  request: Request,
  userId: string,
  form: FormData,
  locale: DisplayLocale,
): Promise<Outcome> {
  const sent = { ...Object.fromEntries(form), scopes: form.getAll("scopes") };
  const parsed = accessFormSchema.safeParse(sent);
  const name = String(form.get("name") ?? "").slice(0, 200);
  if (!parsed.success) return refused(name, invalidField(parsed.error));
  const { db } = accounts;
  switch (parsed.data.intent) {
    case "disconnect":
      await disconnectApp(db, userId, parsed.data.app, request.headers);
      return { notice: "appDisconnected" };
    case "end-token":
      await endToken(db, userId, parsed.data.token, request.headers);
      return { notice: "tokenEnded" };
    case "create-token":
      try {
        const token = await createToken(accounts, request, userId, parsed.data);
        return { result: { ok: true, token, name: parsed.data.name } };
      } catch (error) {
        if (!isAppError(error)) throw error;
        const { code, values, field, status } = error;
        const text = inNumerals(errorDetail(code, locale.language, values), locale.numerals);
        const reason = field === "current" ? { field: text } : { detail: text };
        return { ...refused(name, null, reason), status };
      }
  }
}

function refused(
  name: string,
  invalid: TokenField | null,
  reason: { field?: string; detail?: string } = {},
) {
  const result = { ok: false, invalid, name, detail: null, field: null, ...reason } as const;
  return { result, status: 422 };
}

function invalidField({ issues: [issue] }: z.ZodError): TokenField {
  const field = issue?.path[0];
  if (field !== "name" && field !== "scopes" && field !== "current")
    throw data(null, { status: 400 });
  return field;
}
