export const languages = ["en", "ur"] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name: that is who looks for it. */
export const languageNames: Record<Language, string> = { en: "English", ur: "اردو" };

export const isLanguage = (value: unknown): value is Language =>
  languages.includes(value as Language);

export const directionOf = (language: string): "ltr" | "rtl" => (language === "ur" ? "rtl" : "ltr");

/** The best of our languages for an Accept-Language header, English when none is named. */
export function languageFromHeader(header: string | null): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      const quality = weight ? Number(weight.trim().slice(2)) : 1;
      return { language: tag.split("-")[0], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) if (isLanguage(language)) return language;
  return "en";
}
