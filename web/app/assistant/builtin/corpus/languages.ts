import type { Language } from "../../language";

/** The languages of the chat by the names that tables and files of sentences give them. */
export const CHAT_LANGUAGES: Record<"en" | "ur" | "roman", Language> = {
  en: "en",
  ur: "ur",
  roman: "ur-Latn",
};
