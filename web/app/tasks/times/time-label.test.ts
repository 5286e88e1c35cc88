import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { addTexts } from "#app/i18n/add-texts";
import type { DateContext } from "#app/i18n/dates";
import en from "#app/i18n/en";
import { createI18n } from "#app/i18n/instance";
import { readingTexts } from "#app/i18n/reading";
import ur from "#app/i18n/ur";
import { readQuickAdd } from "#app/tasks/quick-add/read-quick-add";
import { timeParts } from "./time-label";
import { timeProblem } from "./time-problem";

// Sunday, 29 November 2026, 14:00 in Karachi.
const now = new Date("2026-11-29T09:00:00Z");
const timeZone = "Asia/Karachi";

const pages = {
  en: { i18n: createI18n("en", "western", en), words: en.dates },
  ur: { i18n: createI18n("ur", "urdu", ur), words: ur.dates },
};

/** What a page says of a line: the parts of its time, then its problems. */
function said(line: string, language: "en" | "ur"): string[] {
  const { i18n, words } = pages[language];
  addTexts(i18n, readingTexts);
  const numerals = language === "ur" ? "urdu" : "western";
  const dates: DateContext = { language, numerals, timeZone, now: now.toISOString(), words };
  const t: TFunction = i18n.t;
  const { value, problems } = readQuickAdd(line, { now, timeZone });
  const parts = value ? timeParts(value, t, dates).map(({ text }) => text) : [];
  return [...parts, ...problems.map((problem) => timeProblem(problem, value, t, dates))];
}

describe("what a page says of a time", () => {
  it.each<[string, string[], string[]]>([
    ["call tomorrow", ["tomorrow"], ["کل"]],
    ["call friday 5pm", ["Fri 4 Dec", "17:00"], ["جمعہ ۴ دسمبر", "۱۷:۰۰"]],
    ["call friday 5-6pm", ["Fri 4 Dec", "17:00–18:00"], ["جمعہ ۴ دسمبر", "۱۷:۰۰–۱۸:۰۰"]],
    [
      "fly friday 11pm for 3 hours",
      ["Fri 4 Dec", "23:00", "3 h"],
      ["جمعہ ۴ دسمبر", "۲۳:۰۰", "۳ گھنٹے"],
    ],
    ["read for 2 hours", ["2 h"], ["۲ گھنٹے"]],
    ["trip 3 to 5 december", ["Thu 3 Dec – Sat 5 Dec"], ["جمعرات ۳ دسمبر – ہفتہ ۵ دسمبر"]],
    [
      "rent on the 1st and 15th of every month until march",
      ["Tue 1 Dec", "every month on the 1st and 15th until 31 March 2027"],
      ["منگل ۱ دسمبر", "ہر مہینے کی ۱ اور ۱۵ تاریخ ۳۱ مارچ ۲۰۲۷ تک"],
    ],
    [
      "walk every day except 25 december",
      ["today", "every day except 25 Dec"],
      ["آج", "ہر دن، سوائے ۲۵ دسمبر"],
    ],
    [
      "walk every day except in december and june",
      ["today", "every day except June and December"],
      ["آج", "جون اور دسمبر کے علاوہ ہر دن"],
    ],
    [
      "walk every day except december 24 to 26 and january 1",
      ["today", "every day except 24 Dec – 26 Dec, 1 Jan 2027"],
      ["آج", "ہر دن، سوائے ۲۴ دسمبر – ۲۶ دسمبر، ۱ جنوری ۲۰۲۷"],
    ],
    [
      "drops every day at 9 and at 21",
      ["2 tasks", "tomorrow, today", "09:00, 21:00", "every day"],
      ["۲ کام", "کل، آج", "۰۹:۰۰، ۲۱:۰۰", "ہر دن"],
    ],
    ["rent on 30 february", ["There is no 30 February."], ["۳۰ فروری کوئی تاریخ نہیں۔"]],
    ["pay on the 32nd", ["No month has a day 32."], ["کسی مہینے میں ۳۲ تاریخ نہیں ہوتی۔"]],
    [
      "call monday or friday",
      ["tomorrow or Fri 4 Dec? Keep the one you mean."],
      ["کل یا جمعہ ۴ دسمبر؟ جو مراد ہے وہی رہنے دیجیے۔"],
    ],
    [
      "water every 2 hours",
      ["It cannot repeat within a day: every day is the most."],
      ["یہ دن کے اندر نہیں دہرایا جا سکتا، زیادہ سے زیادہ ہر روز۔"],
    ],
    [
      "call yesterday",
      ["yesterday", "This has already passed: yesterday."],
      ["گزشتہ کل", "یہ وقت گزر چکا ہے: گزشتہ کل۔"],
    ],
    [
      "walk three times a week",
      ["today", "every week", "When, all 3 times? Until you say so it repeats once."],
      ["آج", "ہر ہفتے", "۳ بار کب کب؟ جب تک آپ نہ بتائیں، ایک بار دہرایا جائے گا۔"],
    ],
  ])("%s", (line, english, urdu) => {
    expect(said(line, "en")).toEqual(english);
    expect(said(line, "ur")).toEqual(urdu);
  });
});
