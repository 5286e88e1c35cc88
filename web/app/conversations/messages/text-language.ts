/**
 * The language for typesetting a text whose language is unknown, by its script. Roman Urdu counts
 * as English, which is typeset the same way.
 */
export function textLanguage(text: string): "en" | "ur" {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic > latin ? "ur" : "en";
}
