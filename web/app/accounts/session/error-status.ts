import type { AppError } from "#app/platform/errors";

/** The status of a page whose form failed, with how long to wait, if that is known. */
export function statusOf({ status, values: { retryAfter } }: AppError): {
  status: number;
  headers?: Record<string, string>;
} {
  if (retryAfter === undefined) return { status };
  return { status, headers: { "Retry-After": String(retryAfter) } };
}
