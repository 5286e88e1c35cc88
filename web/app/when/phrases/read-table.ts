import { readFileSync } from "node:fs";

/** A phrase in one form of writing, and the value it must have. */
export interface Row {
  phrase: string;
  form: "en" | "ur" | "roman";
  value: string;
  /** The words that must be left, where the row says so. */
  title: string | null;
}

const FORMS = ["en", "ur", "roman"] as const;

/**
 * Reads a table: `English | Urdu | Roman => value`, or a line alone with its title in quotes. Of a
 * line with `{words}` in it those are the time, and the others are the title.
 */
export function readTable(name: string): Row[] {
  const text = readFileSync(new URL(`${name}.txt`, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const [said = "", meant = ""] = line.split(" => ");
      const [, value = "", title = null] = /^(.*?)(?: "(.*)")?$/.exec(meant) ?? [];
      const forms = said.split(" | ");
      return forms.flatMap((phrase, at) =>
        phrase === "-" ? [] : [{ ...parted(phrase, title), form: FORMS[at] ?? "en", value }],
      );
    });
}

function parted(said: string, title: string | null): Pick<Row, "phrase" | "title"> {
  if (!said.includes("{")) return { phrase: said, title };
  const others = said.replace(/\s*\{[^}]*\}\s*/g, " ").trim();
  return { phrase: said.replace(/[{}]/g, ""), title: others };
}
