import type { Texts } from "./add-texts";
import { apps as en } from "./en/apps";
import { apps as ur } from "./ur/apps";

/** Texts about connected apps and access tokens. */
export const appTexts: Texts<"apps"> = { en: { apps: en }, ur: { apps: ur } };
