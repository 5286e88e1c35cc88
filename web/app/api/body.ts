import { AppError } from "#app/platform/errors";

/**
 * The JSON body of a request.
 *
 * @throws AppError `unsupported_media_type` (415), `invalid_json` (400)
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    const values = { expected: "application/json", received: type ?? "nothing" };
    throw new AppError("unsupported_media_type", 415, { values });
  }
  try {
    return await request.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new AppError("invalid_json", 400, { cause });
    throw cause;
  }
}
