/** Languages of the interface. */
export const languages = ["en", "ur"] as const;
/** A language of the interface. */
export type Language = (typeof languages)[number];

/** Native names of the languages, for the language switch. */
export const languageNames: Record<Language, string> = { en: "English", ur: "اردو" };

/** Whether a value is a language of the interface. */
export const isLanguage = (value: unknown): value is Language =>
  languages.includes(value as Language);

/** Text direction of a language, for `dir` attributes. */
export const directionOf = (language: string): "ltr" | "rtl" => (language === "ur" ? "rtl" : "ltr");

/** The best supported language for an Accept-Language header; English when none matches. */
export function languageFromHeader(header: string | null): Language {
  const preferred = (header ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      const quality = weight ? Number(weight.trim().slice(2)) : 1;
      return { language: tag.split("-")[0], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of preferred) if (isLanguage(language)) return language;
  return "en";
}
