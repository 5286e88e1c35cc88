import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replyWords, type Sense } from "./lexicon";
import { type Question, readReply } from "./read-reply";

const one: Question = { kind: "delete", tasks: [{ id: 4, title: "Paint the fence" }] };
const two: Question = {
  kind: "delete",
  tasks: [...one.tasks, { id: 7, title: "چھت کی مرمت" }],
};
const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

describe("a yes", () => {
  it.each(
    lines(`
      yes
      Yess!!
      yes, please
      YES do it
      yep, go ahead
      ok
      okay then
      sure thing
      yes, delete it
      delete it please
      Yes, delete "paint the fence"
      yes delete task 4
      yes, that one
      hmm, yes
      oh yes 🙂
      👍🏽
      haan
      haan g
      haan delete kardo
      ji bilkul, kr dein
      theek hai kar do
      hata do
      han paint the fence delete kar do
      ہاں
      جی ہاں، حذف کر دیں
      ہاں حذف کردو
      ٹھیک ہے
      کر دیجیے
      ضرور، شکریہ
    `),
  )("is heard in “%s”", (text) => {
    expect(readReply(text, one)).toEqual({ answer: "yes", rest: "" });
  });

  it.each(
    lines(`
      yes?
      yes but not the fence
      yes, only if it is old
      maybe yes
      i guess so
      hmm ok
      ha ha
      ok?
      yes complete it
      yes, undo it
      delete
      delete all
      delete everything
      yes, all of them
      yes, task 5
      yes the second one
      yes tomorrow
      yes, delete the fence
      yes add milk
      ok show my tasks
      ok and call the bank
      yes, and delete it
      yes and keep the other
      yes and add it to the list, but later
      which one?
      are you sure?
      haan lekin kal
      haan, sirf pehla wala
      shayad haan
      ہاں مگر کل
      شاید
      ہاں صرف پہلا
      what
      3
      please
      acha batao kya hai
    `),
  )("is not heard in “%s”", (text) => {
    expect(readReply(text, one).answer).not.toBe("yes");
  });

  it("names all that the question is about, or none of it", () => {
    expect(readReply("yes, both", two).answer).toBe("yes");
    expect(readReply("haan dono delete kar do", two).answer).toBe("yes");
    expect(readReply("yes, 4 and 7", two).answer).not.toBe("no");
    expect(readReply("yes, delete task 4", two).answer).toBeNull();
    expect(readReply("ہاں، چھت کی مرمت حذف کر دو", two).answer).toBeNull();
    expect(readReply("yes, this one", two).answer).toBeNull();
    expect(readReply("yes, complete it", { ...one, kind: "complete" }).answer).toBe("yes");
  });

  it.each([
    ["yes, and also add sugar", "add sugar"],
    ["Yes. Then remind me to feed the hens", "remind me to feed the hens"],
    ["yes please, and show my tasks", "show my tasks"],
    ["haan, aur cheeni add kar do", "cheeni add kar do"],
    ["ہاں، اور چینی شامل کر دو", "چینی شامل کر دو"],
  ])("of “%s” leaves an order of its own", (text, rest) => {
    expect(readReply(text, one)).toMatchObject({ answer: "yes", rest });
  });
});

describe("a no", () => {
  it.each(
    lines(`
      no
      Nooo!
      nope
      no thanks
      No, keep it.
      wait
      hmm wait
      hmm...
      um
      ok wait
      actually no
      yes no
      never mind
      don't
      don't delete it
      not now
      not that one
      cancel
      cancel that
      leave it
      stop it
      hold on please
      i changed my mind
      nahi
      ji nahi
      nhi yar
      rehne do
      rehnay dein
      abhi nahi
      mat karo
      chhor do
      ruko zara sorry
      zara ruko yaar
      cancel pls
      absolutely not
      maybe later
      abhi nhi baad mein
      ذرا رکیں
      نہیں
      جی نہیں
      رہنے دو
      رہنے دیجیے شکریہ
      مت کرو
      ابھی نہیں
      👎
    `),
  )("is heard in “%s”", (text) => {
    expect(readReply(text, one)).toEqual({ answer: "no", rest: "" });
  });

  it.each([
    ["no, the garage one", "the garage one"],
    ["no, the other one", "the other one"],
    ["No wait, the garage one", "the garage one"],
    ["actually no, show my tasks", "show my tasks"],
    ["not that one, the garage", "the garage"],
    ["no i meant the garage", "the garage"],
    ["no, just the garage", "just the garage"],
    ["no, delete the garage one", "delete the garage one"],
    ["no and add milk", "add milk"],
    ["hmm, not the fence", "not the fence"],
    ["no, don't delete the fence", "don't delete the fence"],
    ["don't delete the fence", "don't delete the fence"],
    ["no milk today", "no milk today"],
    ["nahi, garage wala", "garage wala"],
    ["no bro, the garage", "the garage"],
    ["nahi bhai garage wala karo", "garage wala karo"],
    ["do not touch it", "do not touch it"],
    ["nahi doosra wala", "doosra wala"],
    ["rehne do, kal dekhte hain", "kal dekhte hain"],
    ["نہیں دوسرا والا", "دوسرا والا"],
    ["نہیں، کل کرو", "کل کرو"],
    ["رہنے دو، گیراج والا حذف کرو", "گیراج والا حذف کرو"],
  ])("of “%s” leaves “%s”", (text, rest) => {
    expect(readReply(text, one)).toEqual({ answer: "no", rest });
  });

  it.each([
    "cancel the gym task",
    "keep the receipts",
    "stop the newsletter",
    "wait for the plumber",
  ])("is not what the order “%s” begins with", (text) => {
    expect(readReply(text, one)).toEqual({ answer: null, rest: text });
  });
});

describe("whatever is said", () => {
  const phrases = (...senses: Sense[]) =>
    replyWords
      .filter(([sense]) => senses.includes(sense))
      .flatMap(([, words]) => Object.values(words).flatMap((text: string) => text.split("|")));
  const any = fc.constantFrom(...replyWords.flatMap(([sense]) => phrases(sense)));
  const said = fc.array(any, { maxLength: 5 });
  const against = fc.constantFrom(...phrases("no", "not", "back", "doubt"));
  // Words that say yes together, and one of which says no alone: kyun nahi, haan n.
  const doubts = phrases("no", "not", "back", "doubt");
  const idioms = replyWords
    .flatMap(([sense]) => phrases(sense))
    .filter((phrase) => readReply(phrase, one).answer === "yes")
    .filter((phrase) => phrase.split(" ").some((word) => doubts.includes(word)));
  const joiner = fc.constantFrom(" ", ", ", ". ", " … ");

  it("is no yes with a word that speaks against it", () => {
    fc.assert(
      fc.property(said, against, said, joiner, (before, word, after, by) => {
        const text = [...before, word, ...after].join(by);
        fc.pre(
          !idioms.some((idiom) => ` ${text.replaceAll(/[,.…]/g, "")} `.includes(` ${idiom} `)),
        );
        const { answer, rest } = readReply(text, one);
        expect(answer === "yes" && rest === "").toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it("is no yes with a question mark, or with a word that replies do not have", () => {
    fc.assert(
      fc.property(said, said, joiner, (before, after, by) => {
        expect(readReply(`${[...before, ...after].join(by)}?`, one).answer).not.toBe("yes");
        // "Yes. Change the zeppelin." is one, and goes on.
        const { answer, rest } = readReply([...before, "zeppelin", ...after].join(by), one);
        if (answer === "yes") expect(rest).toContain("zeppelin");
      }),
      { numRuns: 3_000 },
    );
  });

  it("is answered, and its rest is a piece of it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          said.map((all) => all.join(" ")),
        ),
        (text) => {
          const { rest } = readReply(text, one);
          expect(text).toContain(rest);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
