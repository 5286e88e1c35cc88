import type { Texts } from "./add-texts";
import * as en from "./en/chat-box";
import * as ur from "./ur/chat-box";

/** Texts of a conversation with its composer. */
export const chatBoxTexts: Texts<"chatBox"> = { en, ur };
