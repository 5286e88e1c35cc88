import { directionOf, type Language } from "../language";

/**
 * A mail as plain text and as HTML without external resources.
 *
 * @param before paragraphs above the link
 * @param after the paragraph below it
 */
export function mailLayout(
  language: Language,
  before: string[],
  { label, url }: { label: string; url: string },
  after: string,
): { text: string; html: string } {
  const p = '<p style="margin:0 0 16px">';
  return {
    text: [...before, `${label}: ${url}`, after, "Karlo · کر لو"].join("\n\n"),
    html: `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8">
<body style="margin:0;padding:32px;background:#f9f7f2;color:#2a1b12;font:16px/1.7 sans-serif">
${before.map((text) => `${p}${escapeHtml(text)}</p>`).join("\n")}
${p}<a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 16px;background:#ff6b4a;color:#2a1b12;text-decoration:none">${label}</a></p>
${p}${after}</p>
<p style="margin:0">Karlo · کر لو</p></body></html>`,
  };
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
