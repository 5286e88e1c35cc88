import { gunzipSync } from "node:zlib";

/**
 * Searches for secrets in clear text and in reversible encodings (base64, percent-encoding, JSON
 * escapes).
 *
 * @param secrets long, unique values
 * @param sources the content to search, by a name for the report
 * @returns `SOURCE: SECRET` for each match
 */
export function findLeaks(
  secrets: readonly string[],
  sources: Readonly<Record<string, string | Uint8Array>>,
): string[] {
  const found: string[] = [];
  for (const [source, content] of Object.entries(sources)) {
    const bytes = Buffer.from(content as string);
    for (const secret of secrets)
      if (encodingsOf(secret).some((encoded) => bytes.includes(encoded)))
        found.push(`${source}: ${secret}`);
  }
  return found;
}

/** Decodes a release that Helm stored: the `release` of its Secret, as Kubernetes returns it. */
export function decodeHelmRelease(release: string): string {
  const gzip = Buffer.from(Buffer.from(release, "base64").toString("latin1"), "base64");
  return gunzipSync(gzip).toString("utf8");
}

function encodingsOf(text: string): string[] {
  return [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), ...base64Of(text)];
}

/** The three forms of a text within base64, by its offset in a group of three bytes, without the ends that depend on its neighbours. */
function base64Of(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from(" ".repeat(offset) + text).toString("base64");
    return encoded.replace(/=+$/, "").slice(offset === 0 ? 0 : offset + 1, -1);
  });
}
