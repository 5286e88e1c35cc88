import { gunzipSync } from "node:zlib";

/**
 * Which marks are found where they should not be: in clear, or in a disguise that anybody can take
 * off (base64, percent-encoding, JSON's escapes).
 *
 * @param marks secrets of a test, each long and unlike anything else
 * @param places what was searched, by a name for the report; bytes or text
 * @returns `PLACE: MARK` for each find, empty when all is well
 */
export function findMarks(
  marks: readonly string[],
  places: Readonly<Record<string, string | Uint8Array>>,
): string[] {
  const found: string[] = [];
  for (const [place, content] of Object.entries(places)) {
    const bytes = Buffer.from(content as string);
    for (const mark of marks)
      if (disguises(mark).some((disguise) => bytes.includes(disguise)))
        found.push(`${place}: ${mark}`);
  }
  return found;
}

/** What Helm stored of a release, as text: the `release` of one of its Secrets, as Kubernetes gives it. */
export function openHelmRelease(release: string): string {
  const gzip = Buffer.from(Buffer.from(release, "base64").toString("latin1"), "base64");
  return gunzipSync(gzip).toString("utf8");
}

function disguises(mark: string): string[] {
  return [mark, encodeURIComponent(mark), JSON.stringify(mark).slice(1, -1), ...base64Of(mark)];
}

/** Base64 of a text has three forms, by where in a group of three bytes it begins; without its edges. */
function base64Of(mark: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.from(" ".repeat(before) + mark).toString("base64");
    return encoded.replace(/=+$/, "").slice(before === 0 ? 0 : before + 1, -1);
  });
}
