/** The parameter of a line in the encoding of vCalendar 1.0, which old phones write. */
const PRINTABLE = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;

/** Whether a line in this encoding goes on in the next one: it ends with what stands for no end. */
export const goesOn = (pieces: string[]): boolean =>
  pieces.at(-1)?.endsWith("=") === true && PRINTABLE.test(pieces[0] ?? "");

/**
 * A line of quoted-printable text (RFC 2045, 6.7) as iCalendar has it; any other as it is.
 *
 * @throws RangeError for an encoding of letters that is not known; TypeError for letters that are none
 */
export function fromPrintable(line: string): string {
  const head = PRINTABLE.exec(line)?.[0];
  if (head === undefined) return line;
  // Further parameters may follow the one that was found.
  const colon = line.indexOf(":", head.length - 1);
  const parameters = line.slice(0, colon);
  const charset = /;CHARSET="?([^;:"]+)/i.exec(parameters)?.[1] ?? "utf-8";
  const value = line.slice(colon + 1);
  // Letters as they are: it is not what it says.
  if (/[^\t -~]/.test(value)) return line;
  const bytes = Buffer.from(
    value.replace(/=([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    "latin1",
  );
  const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  const plain = text.replace(/\\([;,])/g, "$1");
  const escaped = plain.replace(/[\\,;]/g, "\\$&").replace(/\r?\n|\r/g, "\\n");
  return `${parameters.replace(/;(?:ENCODING=)?QUOTED-PRINTABLE|;CHARSET="?[^;:"]+"?/gi, "")}:${escaped}`;
}
