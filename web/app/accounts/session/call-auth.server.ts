import type { ErrorCode } from "#app/i18n/errors";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import { AppError } from "#app/platform/errors";
import type { Accounts } from "./auth.server";

const FORWARDED = ["cookie", "user-agent", "accept-language", CLIENT_ADDRESS_HEADER];

/** Our errors for those Better Auth error codes that a person can cause. */
const CODES: Record<string, { code: ErrorCode; status: number; field?: string }> = {
  USER_ALREADY_EXISTS: { code: "email_taken", status: 422, field: "email" },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: { code: "email_taken", status: 422, field: "email" },
  INVALID_EMAIL_OR_PASSWORD: { code: "wrong_credentials", status: 401 },
  EMAIL_NOT_VERIFIED: { code: "email_not_verified", status: 403 },
  INVALID_EMAIL: { code: "invalid_input", status: 422, field: "email" },
  PASSWORD_TOO_SHORT: { code: "invalid_input", status: 422, field: "password" },
  PASSWORD_TOO_LONG: { code: "invalid_input", status: 422, field: "password" },
  PASSWORD_KNOWN: { code: "password_known", status: 422, field: "password" },
  INVALID_PASSWORD: { code: "wrong_password", status: 422, field: "current" },
  INVALID_CODE: { code: "wrong_code", status: 401, field: "code" },
  INVALID_BACKUP_CODE: { code: "wrong_code", status: 401, field: "code" },
  FAILED_TO_VERIFY_BACKUP_CODE_PLEASE_TRY_AGAIN: { code: "wrong_code", status: 401, field: "code" },
  TOTP_NOT_ENABLED: { code: "second_step_expired", status: 401 },
  BACKUP_CODES_NOT_ENABLED: { code: "second_step_expired", status: 401 },
  INVALID_TWO_FACTOR_COOKIE: { code: "second_step_expired", status: 401 },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: "second_step_expired", status: 401 },
  INVALID_INPUT: { code: "invalid_input", status: 422 },
  INVALID_TOKEN: { code: "link_expired", status: 410 },
};

/** The response of a Better Auth endpoint: its `Set-Cookie` headers, and its JSON body. */
export interface AuthResponse {
  headers: Headers;
  body: Record<string, unknown>;
}

/**
 * Calls a Better Auth endpoint on behalf of the request's client, so that pages and programs are
 * subject to the same rules and limits.
 *
 * @param path below `/api/auth`
 * @throws AppError `email_taken`, `wrong_credentials`, `email_not_verified`, `too_many_attempts`,
 *   `invalid_input`, `link_expired`
 */
export async function callAuth(
  { auth, config }: Accounts,
  request: Request,
  path: string,
  body: Record<string, unknown>,
): Promise<AuthResponse> {
  const headers = new Headers({ "content-type": "application/json", origin: config.PUBLIC_URL });
  for (const name of FORWARDED) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  const response = await auth.handler(
    new Request(`${config.PUBLIC_URL}/api/auth${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    }),
  );
  // Some endpoints respond without a body; what callers need of a body they validate.
  const payload = (await response.json().catch(() => null)) ?? {};
  if (response.ok) return { headers: setCookies(response), body: payload };
  if (response.status === 429) {
    const retryAfter = Number(response.headers.get("x-retry-after") ?? 60);
    throw new AppError("too_many_attempts", 429, { values: { retryAfter } });
  }
  const { code = "" } = payload as { code?: string };
  const known = CODES[code];
  if (known) throw new AppError(known.code, known.status, { field: known.field });
  throw new AppError("internal", 500, { cause: new Error(`${path}: ${response.status} ${code}`) });
}

function setCookies(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("set-cookie", cookie);
  return headers;
}
