import path from "node:path";
import { describe, expect, it } from "vitest";
import { hashOf } from "../builtin/reading/linear";
import { readWords } from "../builtin/reading/weights";
import { measure } from "./measure";
import { readSentences } from "./sentence";
import { readPart } from "./sentence-files";
import { modelOf, train } from "./train";

const folder = path.join(import.meta.dirname, "../builtin/sentences");

describe("learning", () => {
  const some = readPart(folder, "train")
    .flatMap(({ sentences }) => sentences)
    .filter((_, at) => at % 12 === 0);

  it("gives the same weights for the same sentences", () => {
    expect(train(some, [])).toEqual(train(some, []));
  }, 120_000);

  it("teaches what most of the sentences mean that it has not seen", () => {
    const stored = train(some, []);
    const words = readWords(stored.words);
    const dev = readPart(folder, "dev").flatMap(({ sentences }) => sentences);
    const { intents, commands } = measure(modelOf(stored), dev, (word) => words.has(hashOf(word)));
    expect(intents / commands).toBeGreaterThan(0.7);
  }, 120_000);
});

describe("a sentence", () => {
  it("is read with its marks, its parts and what it wants", () => {
    const [one, two] = readSentences(
      "done with {gym} // and put {call Sara} on {#work} at 5 => complete // add\n> {=leg day} => change 7 title=leg day",
    );
    expect(one).toMatchObject({
      text: "done with gym and put call Sara on work at 5",
      intents: ["complete", "add"],
      cuts: [14],
      follows: null,
    });
    expect(one?.marks.map(({ tag, start, end }) => [tag, one.text.slice(start, end)])).toEqual([
      ["T", "gym"],
      ["T", "call Sara"],
      ["C", "work"],
    ]);
    expect(two).toMatchObject({
      goesOn: true,
      intents: ["update"],
      follows: "change 7 title=leg day",
    });
  });

  it.each(["no arrow", "a {b => add", "a => dance"])(
    "that is not written so is told: %s",
    (line) => {
      expect(() => readSentences(line)).toThrow(line);
    },
  );
});
