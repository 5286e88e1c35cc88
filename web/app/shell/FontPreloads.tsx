import naskh from "@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2?url";
import nastaliq from "@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-500-normal.woff2?url";
import dmSans from "@fontsource-variable/dm-sans/files/dm-sans-latin-wght-normal.woff2?url";
import playfair from "@fontsource-variable/playfair-display/files/playfair-display-latin-wght-normal.woff2?url";
import type { Language } from "#app/i18n/language";

/** The fonts that the first screen of a language uses. */
const fonts: Record<Language, string[]> = { en: [dmSans, playfair], ur: [naskh, nastaliq] };

/** Preload links for the fonts of a language. */
export function FontPreloads({ language }: { language: Language }) {
  return fonts[language].map((href) => (
    <link
      key={href}
      rel="preload"
      href={href}
      as="font"
      type="font/woff2"
      crossOrigin="anonymous"
    />
  ));
}
