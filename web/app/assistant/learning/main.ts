// `npm run train` and `npm run explain`: makes the weights from the sentences, or shows a reading.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { hashOf } from "../builtin/reading/linear";
import { readWords } from "../builtin/reading/weights";
import { explain } from "./explain";
import { measure } from "./measure";
import { readPublicSets } from "./public-sets";
import { detailsOf, reportOf } from "./report";
import { PARTS, readPart } from "./sentence-files";
import { modelOf, train } from "./train";

const [command, root = ".", ...rest] = process.argv.slice(2);
const folder = path.join(root, "web/app/assistant/builtin");

if (command === "explain") for (const line of explain(rest.join(" "))) console.log(line);
else trainAll(rest[0]);

/** @param publicSets a folder with public sets to learn from as well */
function trainAll(publicSets: string | undefined): void {
  const sentences = path.join(folder, "sentences");
  const own = readPart(sentences, "train").flatMap((file) => file.sentences);
  const others = publicSets === undefined ? [] : readPublicSets(publicSets);
  const both = others.length > 0 ? ([[], others] as const) : ([[]] as const);
  for (const set of both) {
    console.log(
      set.length > 0
        ? `\nwith ${set.length} public sentences`
        : `\nfrom ${own.length} sentences of our own`,
    );
    const stored = train(own, set);
    const words = readWords(stored.words);
    const isKnown = (word: string): boolean => words.has(hashOf(word));
    const model = modelOf(stored);
    for (const part of PARTS) {
      const files = readPart(sentences, part);
      const all = measure(
        model,
        files.flatMap((file) => file.sentences),
        isKnown,
      );
      for (const line of reportOf(part, all)) console.log(line);
      for (const language of ["english", "urdu", "roman"] as const) {
        const ours = files.filter((file) => file.language === language);
        const measured = measure(
          model,
          ours.flatMap((file) => file.sentences),
          isKnown,
        );
        for (const line of reportOf(`  ${language}`, measured)) console.log(line);
      }
      // What is held out is counted and not looked at.
      if (part === "dev") for (const line of detailsOf(all)) console.log(line);
    }
    writeFileSync(path.join(folder, "reading/weights.json"), `${JSON.stringify(stored)}\n`);
  }
}
