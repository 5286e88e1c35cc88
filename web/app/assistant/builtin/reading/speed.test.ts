import { describe, expect, it } from "vitest";
import { Conversation } from "../corpus/conversation";
import { CORPUS_NOW } from "../corpus/converse";
import { fixtureTasks } from "../corpus/fixture-tasks";
import { understand } from "../understand";

/** Processor time of what runs, in milliseconds. */
function processorMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const ORDINARY = [
  "remind me to call Ali tomorrow at 5pm",
  "what's on my list for today?",
  "gym wala kaam jumme ko kar do",
  "کل شام پانچ بجے دودھ لانا یاد دلا دو",
];
const LONGEST = 10_000;
/** Fewer words than the most that are read. */
const WORDS_READ = 780;
const FAMILIES = [
  "and y ",
  "a, ",
  "5 december ",
  "12 ",
  '"x" ',
  "اور ",
  "کام ",
  "ا",
  "x or y ",
  "?",
];

describe("understanding", () => {
  it("takes a few milliseconds for an ordinary message", () => {
    const say = () => {
      for (const text of ORDINARY) new Conversation(fixtureTasks).say(text);
    };
    for (let round = 0; round < 10; round += 1) say();
    const rounds = 25;
    const spent = processorMs(() => {
      for (let round = 0; round < rounds; round += 1) say();
    });
    // Three milliseconds are what a message takes on an idle machine, with all steps of its turn.
    expect(spent / rounds / ORDINARY.length).toBeLessThan(6);
  });

  const now = Temporal.ZonedDateTime.from(CORPUS_NOW);

  /** A message is read once for its setting: each of these is another one. */
  const spentOn = (text: string): number => {
    const once = () => understand(text, { now, tasks: [] });
    once();
    return Math.min(...[1, 2, 3].map((day) => processorMs(() => understand(text, settingOn(day)))));
  };
  const settingOn = (days: number) => ({ now: now.add({ days }), tasks: [] });

  it.each(FAMILIES)("is bounded for the longest message made of “%s”", (piece) => {
    const text = piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST);
    expect(spentOn(text)).toBeLessThan(50);
  });

  it.each(FAMILIES)("is bounded for as many words as are read, made of “%s”", (piece) => {
    const words = (text: string): number => text.match(/[\p{L}]+|\d+|[^\s\p{L}\d]/gu)?.length ?? 1;
    const text = piece.repeat(Math.floor(WORDS_READ / words(piece))).slice(0, LONGEST);
    expect(spentOn(text)).toBeLessThan(150);
  });
});
