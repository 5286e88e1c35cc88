import type { z } from "zod";
import { errorDetail } from "#app/i18n/errors";
import type { Language } from "#app/i18n/language";
import { databaseError } from "#app/platform/database/database-errors";
import { AppError, isAppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import { currentScope } from "#app/platform/scope";

/** Values of an error that are members of its problem document. */
const MEMBERS = [
  ...["expected", "received", "current", "max", "length", "row", "errors", "bound"],
  "ticket",
] as const;

const TITLES: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
};

/**
 * Converts an error to a problem document (RFC 9457) with a stable `code`, a `detail` in the caller's
 * language, the invalid `field` and the id of the request. Errors other than AppError are logged and
 * reported as `internal`.
 */
export function problem(error: unknown, language: Language, log: Logger): Response {
  const { code, status, field, values } = toAppError(error, log);
  const headers = new Headers({
    "content-type": "application/problem+json",
    "content-language": language,
    "cache-control": "no-store",
  });
  if (values.retryAfter !== undefined) headers.set("retry-after", String(values.retryAfter));
  if (values.allow !== undefined) headers.set("allow", String(values.allow));
  if (values.acceptPatch !== undefined) headers.set("accept-patch", String(values.acceptPatch));
  if (status === 401 || code === "insufficient_scope")
    headers.set("www-authenticate", challenge(code, values));
  const members = MEMBERS.filter((name) => values[name] !== undefined);
  const request = currentScope()?.request;
  const body = {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    code,
    detail: errorDetail(code, language, { ...values, field }),
    ...(field && { field }),
    ...Object.fromEntries(members.map((name) => [name, values[name]])),
    ...(request && { request_id: request }),
  };
  return new Response(JSON.stringify(body), { status, headers });
}

/**
 * The challenge of a 401, or of a token that does not allow enough (RFC 6750). `challenge` is set when a
 * token was sent but rejected, `resourceMetadata` where clients learn how to get one (RFC 9728).
 */
function challenge(code: string, values: Record<string, unknown>): string {
  const { challenge: reason, scope, resourceMetadata } = values;
  const parameters = {
    realm: "karlo",
    error: code === "insufficient_scope" ? code : reason,
    scope,
    resource_metadata: resourceMetadata,
  };
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return `Bearer ${set.map(([name, value]) => `${name}="${value}"`).join(", ")}`;
}

/** The error for the caller; logs one that is not the caller's fault. */
function toAppError(error: unknown, log: Logger): AppError {
  if (isAppError(error)) return error;
  log.error({ err: error }, "request failed");
  return databaseError(error) ?? new AppError("internal", 500);
}

/**
 * Validates input.
 *
 * @param name what the input as a whole is called, where it is a field itself
 * @returns the parsed input
 * @throws AppError `invalid_input` (422) with the first invalid field, its value and what is expected
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  name?: string,
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
    field: issue?.path.join(".") || name,
    values: { expected: issue && expectedOf(issue), received: show(at(input, issue?.path ?? [])) },
  });
}

/** Types as a person would say them, where a schema has no message of its own. */
const TYPES: Record<string, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a JSON object",
  record: "a JSON object",
};

function expectedOf(issue: z.core.$ZodIssue): string {
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  const type = issue.code === "invalid_type" ? TYPES[issue.expected] : undefined;
  return type ?? "a value that the API documents";
}

function at(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as never)?.[key], input);
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = toJson(value).toWellFormed();
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    // Nested deeper than the stack allows.
    return typeof value;
  }
}
