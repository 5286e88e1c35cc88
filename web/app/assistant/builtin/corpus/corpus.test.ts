import { describe, expect, it } from "vitest";
import { detectLanguage, type Language } from "../../language";
import { converse } from "./converse";
import { englishAdding } from "./english-adding";
import { englishChanging } from "./english-changing";
import { englishCompleting } from "./english-completing";
import { englishDating } from "./english-dating";
import { englishFinding } from "./english-finding";
import { corpusTasks, type Example } from "./example";
import { romanAdding } from "./roman-adding";
import { romanChanging } from "./roman-changing";
import { romanFinding } from "./roman-finding";
import { urduAdding } from "./urdu-adding";
import { urduChanging } from "./urdu-changing";
import { urduFinding } from "./urdu-finding";

const corpora: [Language, readonly Example[]][] = [
  [
    "en",
    [
      ...englishAdding,
      ...englishDating,
      ...englishFinding,
      ...englishCompleting,
      ...englishChanging,
    ],
  ],
  ["ur", [...urduAdding, ...urduFinding, ...urduChanging]],
  ["ur-Latn", [...romanAdding, ...romanFinding, ...romanChanging]],
];

describe.each(corpora)("the corpus in %s", (language, examples) => {
  it("has enough sentences, each once", () => {
    expect(examples.length).toBeGreaterThanOrEqual(110);
    expect(new Set(examples.map(({ say }) => say)).size).toBe(examples.length);
  });

  it.each(examples)("$say", ({ say, calls }) => {
    expect(detectLanguage(say)).toBe(language);
    const made = converse(say, corpusTasks).calls.map(({ name, arguments: args }) => [name, args]);
    expect(made).toEqual(calls);
  });
});
