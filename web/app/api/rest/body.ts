import { AppError } from "#app/platform/errors";
import { parseJson } from "#app/platform/parse-json";

/**
 * Reads the JSON body of a request.
 *
 * @param optional without a body, whatever its media type, it is an empty object
 * @throws AppError `unsupported_media_type` (415), `invalid_json` (400), `invalid_input` (422) for a
 *   text that cannot be stored
 */
export async function readJson(request: Request, optional = false): Promise<unknown> {
  const text = optional ? await request.text() : null;
  if (text === "") return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    const values = { expected: "application/json", received: type ?? "nothing" };
    throw new AppError("unsupported_media_type", 415, { values });
  }
  return parseJson(text ?? (await request.text()));
}
