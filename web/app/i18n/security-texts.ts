import type { Texts } from "./add-texts";
import { security as en } from "./en/security";
import { security as ur } from "./ur/security";

/** Texts about the security of an account. */
export const securityTexts: Texts<"security"> = { en: { security: en }, ur: { security: ur } };
