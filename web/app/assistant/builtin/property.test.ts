import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Conversation } from "./corpus/conversation";
import { fixtureTasks } from "./corpus/fixture-tasks";
import { errandVerbs } from "./lexicon/errands";

const CHANGES =
  /^(?:create_task|update_task|toggle_complete|delete_task|bulk_update|restore_task)$/;

/** Words that delete, end or restore, in all three forms: without one, nothing may be deleted. */
const DELETES =
  /delet|remov|eras|cancel|drop|rid|trash|scrap|discard|thr[eo]w|toss|chuck|wipe|bin|kill|clear|forget|take|dump|elimin|del|rm|need|ditch|nuke|axe|purge|scratch|strike|list|حذف|حزف|ڈیل|ڈل|ہٹا|مٹا|نکال|خارج|کینسل|منسوخ|ریموو|صاف|ختم|ضرورت|چاہیے|hat|mit|nik|uda|ura|hazf|hazaf|mansu|mansookh|saaf|saf|khat|zaroor|zarur|chahiye/i;

const words = [
  ..."add show list task 3 #7 milk gym it both all everything overdue today friday at 5pm high priority to and , ? . the my make move no yes".split(
    " ",
  ),
  ..."کام دکھاؤ مکمل کرو کل جمعہ کو شام پانچ بجے سب دونوں اسے ۳ نہیں ہاں دودھ کا کی ہے".split(" "),
  ..."kaam dikhao mukammal karo kal juma ko sham baje sab dono isay nahi haan doodh ka ki hai".split(
    " ",
  ),
];
const message = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((all) => all.join(" ")),
);

/** A title of ordinary words that says nothing else: no verb, date, number or word of the grammar. */
const titleOf = (names: string) =>
  fc
    .array(fc.constantFrom(...names.split(" ")), { minLength: 2, maxLength: 5 })
    .map((all) => all.join(" "));
const englishTitle = titleOf(
  "garage oslo piano violin cactus magnet turbine saffron velvet quartz lantern orchid walnut compass harbor violet marble copper tundra puzzle",
);
const urduTitle = titleOf("کتاب قالین پنکھا صندوق کھڑکی لالٹین پیالہ");
const verb = fc.constantFrom(...[...errandVerbs].filter((word) => word.length > 2));

describe("whatever is said", () => {
  it("is answered, in a few calls", () => {
    fc.assert(
      fc.property(message, (text) => {
        const { answer, calls } = new Conversation(fixtureTasks).say(text);
        expect(answer.length).toBeGreaterThan(0);
        expect(calls.length).toBeLessThan(40);
      }),
      { numRuns: 400 },
    );
  });

  it("deletes nothing without a word for deleting", () => {
    fc.assert(
      fc.property(
        message.filter((text) => !DELETES.test(text)),
        (text) => {
          const { calls } = new Conversation(fixtureTasks).say(text);
          expect(calls.filter(({ name }) => name === "delete_task")).toEqual([]);
          expect(JSON.stringify(calls)).not.toContain('"deleted":true');
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe("what forbids or asks", () => {
  const things = ["gym", "my tasks", "everything", "it", "task 3", "the dentist appointment"];
  const kaam = ["gym", "sab kaam", "isay", "task 3", "bijli ka bill"];
  const urdu = ["جم", "سب کام", "اسے", "کام ۳", "بجلی کا بل"];
  const each = (forms: readonly string[], all: readonly string[]): string[] =>
    forms.flatMap((form) => all.map((thing) => form.replace("…", thing)));
  it.each([
    ...each(["don't delete …", "please do not remove …", "never erase …", "don't clear …"], things),
    ...each(["what would deleting … do", "who removed …", "when was … deleted"], things),
    ...each(["… mat hatana", "… ko delete mat karo", "please … mat mitao"], kaam),
    ...each(["… مت ہٹانا", "… کو ڈیلیٹ مت کرو", "… مت مٹائیں"], urdu),
  ])("deletes nothing: %s", (text) => {
    const { calls } = new Conversation(fixtureTasks).say(text);
    expect(calls.filter(({ name }) => name === "delete_task")).toEqual([]);
    expect(JSON.stringify(calls)).not.toContain('"deleted":true');
  });
});

describe("a title", () => {
  const added = (text: string) =>
    new Conversation([])
      .say(text)
      .calls.filter(({ name }) => CHANGES.test(name))
      .map(({ arguments: args }) => args.title);

  /** What is learned is right for most of what is said, whatever the words. */
  const LEAST = 0.95;
  const shareRight = <T>(all: readonly T[], isRight: (one: T) => boolean): number =>
    all.filter(isRight).length / all.length;
  const isAdded = (text: string, wanted: string): boolean =>
    JSON.stringify(added(text)) === JSON.stringify([wanted]);
  const sample = { numRuns: 150, seed: 5 };

  it("comes back as it was written", () => {
    const titles = fc.sample(englishTitle, sample);
    const urdu = fc.sample(urduTitle, sample);
    expect(shareRight(titles, (title) => isAdded(`add ${title}`, title))).toBeGreaterThan(LEAST);
    for (const title of titles) expect(added(`add "${title}" tomorrow`)).toEqual([title]);
    const roman = (title: string) => isAdded(`task add karo: ${title}`, title);
    expect(shareRight(titles, roman)).toBeGreaterThan(LEAST);
    expect(shareRight(urdu, (title) => isAdded(`نیا کام: ${title}`, title))).toBeGreaterThan(LEAST);
  });

  it("may begin with any verb, also one that is a command", () => {
    const pairs = fc.sample(fc.tuple(verb, englishTitle), sample);
    const reminded = ([does, what]: [string, string]) =>
      isAdded(`remind me to ${does} the ${what}`, `${does} the ${what}`);
    expect(shareRight(pairs, reminded)).toBeGreaterThan(LEAST);
    for (const [does, what] of pairs)
      expect(added(`add "${does} ${what}"`)).toEqual([`${does} ${what}`]);
  });

  it("in quotation marks is what stands between them", () => {
    const plain = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .map((text) => text.replace(/["“”«»‘’'\s\p{C}\p{Z}\p{M}]+/gu, " ").trim())
      .filter((text) => /\p{L}/u.test(text) && text.length < 60);
    fc.assert(
      fc.property(plain, (text) => {
        expect(added(`add "${text}"`)).toEqual([text]);
      }),
      { numRuns: 300 },
    );
  });
});
