import type { AppContext } from "#app/app-context";
import { errorDetail } from "#app/i18n/errors";
import { databaseError } from "#app/platform/database/database-errors";
import { type AppError, isAppError } from "#app/platform/errors";
import { parseJson } from "#app/platform/parse-json";
import { rejectManyFields } from "#app/platform/read-form";
import { refuseCrossSite } from "./cross-site";

/** Endpoints whose response describes sessions; a session's token signs in whoever reads it. */
const SESSION_PATHS = /\/(list-sessions|get-session|update-session)$/;

/**
 * Serves Better Auth's endpoints under Karlo's own cross-site check. Better Auth's check would also
 * reject clients that send no `Origin`, and pages at addresses other than PUBLIC_URL. Errors have the
 * form of Better Auth's: a `code` and a `message`.
 *
 * @throws AppError `csrf` (403); what is no fault of the caller's
 */
export async function handleAuth(
  { auth, config, log }: AppContext,
  request: Request,
): Promise<Response> {
  refuseCrossSite(request, config.PUBLIC_URL);
  const headers = new Headers(request.headers);
  headers.set("origin", new URL(config.PUBLIC_URL).origin);
  try {
    const body = await readBody(request);
    const { method, url } = request;
    const response = await auth.handler(new Request(url, { method, headers, body }));
    // Better Auth does not use the standard header.
    const seconds = response.headers.get("x-retry-after");
    if (seconds) response.headers.set("retry-after", seconds);
    return SESSION_PATHS.test(new URL(url).pathname) ? withoutTokens(response) : response;
  } catch (error) {
    const known = isAppError(error) ? error : databaseError(error);
    if (!known) throw error;
    if (known.status >= 500) log.error({ err: error }, "request failed");
    return toAuthError(known);
  }
}

/** The body of a request, checked as JSON or as a form; the endpoints parse it again. */
async function readBody(request: Request): Promise<string | undefined> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const text = await request.text();
  const isJson = request.headers.get("content-type")?.includes("json");
  if (isJson && text !== "") parseJson(text);
  else rejectManyFields(text);
  // An empty body is none: the endpoints would ask for its type.
  return text === "" ? undefined : text;
}

function toAuthError({ code, status, values, field }: AppError): Response {
  const message = errorDetail(code, "en", { ...values, field });
  const headers = new Headers({ "content-type": "application/json", "cache-control": "no-store" });
  if (values.retryAfter !== undefined) headers.set("retry-after", String(values.retryAfter));
  const body = { code: code.toUpperCase(), message };
  return new Response(JSON.stringify(body), { status, headers });
}

async function withoutTokens(response: Response): Promise<Response> {
  if (!response.ok) return response;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  const body: unknown = JSON.parse(await response.text(), (name, value: unknown) =>
    name === "token" ? undefined : value,
  );
  return new Response(JSON.stringify(body), { status: response.status, headers });
}
