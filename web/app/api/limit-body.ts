import { bodyLimit } from "hono/body-limit";
import { AppError } from "#app/platform/errors";

/**
 * Refuses a larger body before it is read.
 *
 * @throws AppError `payload_too_large`, or the code given (413), with what `max` the caller is told
 */
export function limitBody(max: number, { code = "payload_too_large", told = max } = {}) {
  return bodyLimit({
    maxSize: max,
    onError: () => {
      throw new AppError(code, 413, { values: { max: told } });
    },
  });
}
