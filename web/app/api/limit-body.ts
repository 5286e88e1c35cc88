import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "#app/platform/errors";

/**
 * Refuses a larger body before it is read.
 *
 * @throws AppError `payload_too_large`, or the code given (413), with what `max` the caller is told
 */
export function limitBody(
  max: number,
  { code = "payload_too_large", told = max } = {},
): MiddlewareHandler {
  const refuse = (): never => {
    throw new AppError(code, 413, { values: { max: told } });
  };
  const looked = bodyLimit({ maxSize: max, onError: refuse });
  return (c, next) => {
    // RFC 9112, 6.3: a body is as long as it says, unless it comes in pieces. Where it does not say,
    // it is looked at, for which the server makes a whole Request, to be read as a stream.
    const length = c.req.header("content-length");
    const inPieces = c.req.header("transfer-encoding") !== undefined;
    if (length === undefined || inPieces) return looked(c, next);
    if (Number(length) > max) refuse();
    return next();
  };
}
