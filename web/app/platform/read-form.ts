import { MIMEType } from "node:util";
import { AppError } from "./errors";
import { FIELDS_MAX, readParts, tooManyFields } from "./part-counter";
import { rejectUnstorable } from "./text-input";

/** The fields of a form by name; of those with one name, the last. */
export type FormFields = Record<string, FormDataEntryValue>;

/**
 * Reads a form that a page or program sent.
 *
 * @param count counts the bytes of one with a file; what it throws ends the reading
 * @throws AppError `invalid_input` (422) when the body is no form, or one of too many fields
 */
export async function readFormData(
  request: Request,
  count: (bytes: number) => void = () => {},
): Promise<FormData> {
  try {
    const type = new MIMEType(request.headers.get("content-type") ?? "");
    if (type.essence === "multipart/form-data") return await readParts(request, type, count);
    if (type.essence !== "application/x-www-form-urlencoded") throw new TypeError("no form");
    const text = await request.text();
    rejectManyFields(text);
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(text)) form.append(name, value);
    return form;
  } catch (cause) {
    // The parser throws a TypeError for another type, and for a form that ends early.
    if (cause instanceof TypeError) throw new AppError("invalid_input", 422, { cause });
    throw cause;
  }
}

/**
 * Rejects the text of a form that holds more fields than a form of ours has.
 *
 * @throws AppError `invalid_input` (422)
 */
export function rejectManyFields(text: string): void {
  let fields = 1;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    fields += 1;
    if (fields > FIELDS_MAX) throw tooManyFields();
  }
}

/**
 * Reads the fields of a form that a page sent; see {@link readFormData}.
 *
 * @throws AppError `invalid_input` (422) when the body is no form
 */
export async function readForm(
  request: Request,
  count?: (bytes: number) => void,
): Promise<FormFields> {
  return Object.fromEntries(await readFormData(request, count));
}

/**
 * Like {@link readForm}, for forms whose fields have no error of their own.
 *
 * @throws AppError `invalid_input` (422), also for a text that cannot be stored
 */
export async function readStorableForm(request: Request): Promise<FormFields> {
  const form = await readForm(request);
  rejectUnstorable(
    Object.fromEntries(Object.entries(form).filter(([, v]) => typeof v === "string")),
  );
  return form;
}
