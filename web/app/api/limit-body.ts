import { bodyLimit } from "hono/body-limit";
import { AppError } from "#app/platform/errors";

/**
 * Refuses a larger body before it is read.
 *
 * @throws AppError `payload_too_large` (413)
 */
export function limitBody(max: number) {
  return bodyLimit({
    maxSize: max,
    onError: () => {
      throw new AppError("payload_too_large", 413, { values: { max } });
    },
  });
}
