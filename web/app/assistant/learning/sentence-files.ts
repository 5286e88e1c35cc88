import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readSentences, type Sentence } from "./sentence";

/** The parts that the sentences are kept in: the last is never looked at while words are added. */
export const PARTS = ["train", "dev", "held-out"] as const;
export type Part = (typeof PARTS)[number];

/** A file of sentences: its language is the first word of its name. */
export interface SentenceFile {
  name: string;
  language: "english" | "urdu" | "roman";
  sentences: Sentence[];
}

/**
 * Reads the files of a part, in the order of their names.
 *
 * @param folder the folder `sentences`
 */
export function readPart(folder: string, part: Part): SentenceFile[] {
  const place = path.join(folder, part);
  return readdirSync(place)
    .sort()
    .map((file) => {
      const name = path.basename(file, ".txt");
      const [language = ""] = name.split("-");
      const sentences = readSentences(readFileSync(path.join(place, file), "utf8"));
      return { name, language: language as SentenceFile["language"], sentences };
    });
}
