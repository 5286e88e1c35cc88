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
  const type = mediaType(request);
  const types = request.method === "PATCH" ? PATCH_TYPES : ["application/json"];
  if (!types.includes(type ?? "")) {
    const expected = types.join(", ");
    const patch = request.method === "PATCH" && { acceptPatch: expected };
    const values = { expected, received: type ?? "nothing", ...patch };
    throw new AppError("unsupported_media_type", 415, { values });
  }
  return parseJson(text ?? (await request.text()));
}

/** The type of a JSON merge patch (RFC 7396): as JSON, but null takes a member away. */
export const MERGE_PATCH = "application/merge-patch+json";

/** What a PATCH may be sent as. */
export const PATCH_TYPES = ["application/json", MERGE_PATCH];

/** The media type of a request's body, without its parameters. */
export const mediaType = (request: Request): string | undefined =>
  request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
