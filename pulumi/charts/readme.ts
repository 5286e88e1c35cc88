import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  isMap,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";

const HEADING = "\n## Values\n";

/**
 * The README of a chart, as `helm show readme` prints it: what stands in the file before its heading
 * "Values", and a table of them made from values.yaml and its comments. A test keeps it up to date.
 *
 * @param chart the folder's name
 */
export function chartReadme(chart: string): string {
  const read = (file: string) => readFileSync(join(__dirname, chart, file), "utf8");
  const [text] = read("README.md").split(HEADING);
  const values = parseDocument(read("values.yaml")).contents as YAMLMap;
  const rows = [...rowsOf(values, "", "")];
  return [
    text,
    HEADING,
    "\nA value that is unknown or invalid is refused by its name.\n\n",
    "| value | default | what it is for |\n| --- | --- | --- |\n",
    ...rows.map((row) => `${row}\n`),
  ].join("");
}

/** A row for each value that is not a group of others; what is said of a group stands at its first. */
function* rowsOf(group: YAMLMap, path: string, ofGroup: string): Generator<string> {
  for (const [at, pair] of group.items.entries()) {
    const { key, value } = pair as Pair<Scalar<string>, Node>;
    // What is before the first key of a map is that of the map.
    const own = key.commentBefore ?? (at === 0 ? group.commentBefore : undefined);
    const said = [at === 0 ? ofGroup : "", asSentence(own)].filter(Boolean).join(" ");
    const name = path ? `${path}.${key.value}` : key.value;
    if (!value) continue;
    if (isGroup(value)) yield* rowsOf(value, name, said);
    else yield `| \`${name}\` | \`${asText(value)}\` | ${said} |`;
  }
}

/** Whether it has values of its own; labels, whose names have dots, are one. */
const isGroup = (value: Node): value is YAMLMap =>
  isMap(value) &&
  value.items.length > 0 &&
  !value.flow &&
  value.items.every(({ key }) => !String(key).includes("."));

function asSentence(comment: string | null | undefined): string {
  const lines = (comment ?? "").split("\n").map((line) => line.trim());
  return lines.filter(Boolean).join(" ").replaceAll("|", "\\|");
}

const asText = (value: Node): string =>
  JSON.stringify(isScalar(value) ? value.value : value.toJSON());
