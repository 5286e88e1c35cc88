import type { z } from "zod";
import { type ErrorLanguage, errorDetail } from "#app/i18n/errors";
import { AppError, isAppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import { currentScope } from "#app/platform/scope";

/** Members of an error's values that a problem document shows. */
const SHOWN = ["expected", "received", "current", "max", "length", "row", "errors"] as const;

const TITLES: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
};

/**
 * An error as a problem document (RFC 9457): a stable `code`, a `detail` in the caller's language,
 * the `field` at fault where there is one, and the request's id to quote. What is not meant for callers is logged and hidden.
 */
export function problem(error: unknown, language: ErrorLanguage, log: Logger): Response {
  const known = isAppError(error) ? error : hidden(error, log);
  const { code, status, field, values } = known;
  const headers = new Headers({
    "content-type": "application/problem+json",
    "content-language": language,
    "cache-control": "no-store",
  });
  if (values.retryAfter !== undefined) headers.set("retry-after", String(values.retryAfter));
  if (status === 401) headers.set("www-authenticate", challenge(values.challenge));
  const shown = SHOWN.filter((name) => values[name] !== undefined);
  const request = currentScope()?.request;
  const body = {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    code,
    detail: errorDetail(code, language, { ...values, field }),
    ...(field && { field }),
    ...Object.fromEntries(shown.map((name) => [name, values[name]])),
    ...(request && { request_id: request }),
  };
  return new Response(JSON.stringify(body), { status, headers });
}

/** What a caller is asked for (RFC 6750): a token, or a better one than came. */
function challenge(reason: unknown): string {
  return `Bearer realm="karlo"${reason === undefined ? "" : `, error="${reason}"`}`;
}

function hidden(error: unknown, log: Logger): AppError {
  log.error({ err: error }, "request failed");
  return new AppError("internal", 500);
}

/**
 * Validates input and names the first field at fault, what came and what is taken.
 *
 * @throws AppError `invalid_input` (422)
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    const field = issue.keys[0];
    throw new AppError("invalid_input", 422, {
      field,
      values: { expected: "no member of this name", received: show(at(input, [field ?? ""])) },
    });
  }
  throw new AppError("invalid_input", 422, {
    field: issue?.path.join("."),
    values: { expected: issue?.message, received: show(at(input, issue?.path ?? [])) },
  });
}

function at(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as never)?.[key], input);
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
