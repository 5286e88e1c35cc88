import { AppError } from "#app/platform/errors";
import type { FormFields } from "#app/platform/read-form";
import { type FileChoices, fileChoices } from "./preview/file-choices";

/** A file that a page sends, and how it is to be read. */
export interface Upload {
  file: File;
  choices: FileChoices;
}

/**
 * The file of a form with what was chosen for it.
 *
 * @returns null where no file was chosen
 * @throws AppError `invalid_input` (422) with the field
 */
export function uploadOf({ file, ...fields }: FormFields): Upload | null {
  if (!(file instanceof File) || file.size === 0) return null;
  const choices = fileChoices.safeParse(fields);
  if (choices.success) return { file, choices: choices.data };
  throw new AppError("invalid_input", 422, { field: choices.error.issues[0]?.path.join(".") });
}
