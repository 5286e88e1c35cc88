import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ErrorCode } from "#app/i18n/errors";
import { AppError } from "#app/platform/errors";

/**
 * Rejects request bodies of more than `max` bytes before they are read.
 *
 * @throws AppError `payload_too_large` or `code` (413), with `reportedMax` as its maximum
 */
export function limitBody(
  max: number,
  {
    code = "payload_too_large",
    reportedMax = max,
  }: { code?: ErrorCode; reportedMax?: number } = {},
): MiddlewareHandler {
  const reject = (): never => {
    throw new AppError(code, 413, { values: { max: reportedMax } });
  };
  const limitStream = bodyLimit({ maxSize: max, onError: reject });
  return (c, next) => {
    // RFC 9112, 6.3: Content-Length is the length of the body unless it is chunked. Only without it
    // the body has to be counted, which makes the server create a full Request with a stream.
    const length = c.req.header("content-length");
    const chunked = c.req.header("transfer-encoding") !== undefined;
    if (length === undefined || chunked) return limitStream(c, next);
    if (Number(length) > max) reject();
    return next();
  };
}
