/**
 * In which language a text is set while nobody has said: by its letters. Roman Urdu is told by
 * whoever wrote it, and is set like English anyway.
 */
export function textLanguage(text: string): "en" | "ur" {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic > latin ? "ur" : "en";
}
