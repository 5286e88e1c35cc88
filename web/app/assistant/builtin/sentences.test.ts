import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Language } from "../language";
import type { Sentence } from "../learning/sentence";
import { PARTS, readPart } from "../learning/sentence-files";
import { Conversation } from "./corpus/conversation";
import { fixtureTasks } from "./corpus/fixture-tasks";
import { isSameOutcome, notate } from "./corpus/notation";

const LANGUAGES = { english: "en", urdu: "ur", roman: "ur-Latn" } as const;
const folder = path.join(import.meta.dirname, "sentences");

/** How many of a hundred must come out as written, by part. What is held out is only counted. */
const LEAST = { train: 93, dev: 84, "held-out": 84 };

describe.each(PARTS)("the sentences of %s", (part) => {
  it.each(["english", "urdu", "roman"] as const)("come out as written in %s", (language) => {
    const files = readPart(folder, part).filter((file) => file.language === language);
    const played = files.flatMap(({ sentences }) => play(sentences, LANGUAGES[language]));
    const failed = played.filter(({ got, wanted }) => !isSameOutcome(got, wanted));
    const share = (1 - failed.length / played.length) * 100;
    expect(share, failed.map(lineOf).slice(0, 20).join("\n")).toBeGreaterThanOrEqual(LEAST[part]);
  });
});

interface Played {
  say: string;
  wanted: string;
  got: string;
}

const lineOf = ({ say, wanted, got }: Played): string => `${say} => ${got}, not ${wanted}`;

/** Says the sentences that tell what must follow, each to a new list unless it goes on. */
function play(sentences: readonly Sentence[], language: Language): Played[] {
  let talk = new Conversation(fixtureTasks);
  return sentences.flatMap(({ text, goesOn, follows }, at) => {
    if (!goesOn) talk = new Conversation(fixtureTasks);
    // What the next one goes on from has to be said, whatever comes of it.
    if (follows === null && sentences[at + 1]?.goesOn) talk.say(text);
    if (follows === null) return [];
    const { calls, answer } = talk.say(text);
    return [{ say: text, wanted: follows, got: notate(calls, answer, language) }];
  });
}
