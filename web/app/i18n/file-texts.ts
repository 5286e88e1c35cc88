import type { Texts } from "./add-texts";
import * as en from "./en/files";
import * as ur from "./ur/files";

/** Texts of the trash, and of tasks as files. */
export const fileTexts: Texts<"trash" | "files"> = { en, ur };
