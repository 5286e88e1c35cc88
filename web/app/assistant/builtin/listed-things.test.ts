import { expect, it } from "vitest";
import { converse } from "./corpus/converse";

it.each([
  ["doodh, ande aur bread lana hai", ["doodh, ande aur bread lana"]],
  ["pani, juice aur chai lao", ["pani", "juice", "chai lao"]],
  [
    "مجھے یاد دلائیں کہ بہن سے بازار اور دکان کے لیے چابی لینی ہے",
    ["بہن سے بازار اور دکان کے لیے چابی لینا"],
  ],
  [
    "مجھے یاد دلائیں کہ سٹور اور کار شیڈ کے لیے تالا لینا ہے",
    ["سٹور اور کار شیڈ کے لیے تالا لینا"],
  ],
  ["mujhe daftar aur ghar ke liye pankha lena hai", ["daftar aur ghar ke liye pankha lena"]],
  ["دودھ لانا اور علی سے ملنا شامل کرو", ["دودھ لانا", "علی سے ملنا"]],
  ["Omar, add sugar and salt", ["sugar", "salt"]],
  ["tomorrow, call mom, pay rent and water plants", ["call mom", "pay rent", "water plants"]],
])("loses no thing of “%s”", (text, titles) => {
  const { calls } = converse(text, []);
  expect(calls.map(({ arguments: made }) => made.title)).toEqual(titles);
});

it.each(["soap", "gym", "coffee", "oat milk", "paneer", "birthday cake candles", "dentist"])(
  "adds what stands alone behind “add”: “%s”",
  (title) => {
    const { calls } = converse(`add ${title}`, []);
    expect(calls.map(({ arguments: made }) => made.title)).toEqual([title]);
  },
);

it.each(["add something", "add stuff", "add a task", "add it", "add another one", "add event"])(
  "asks what “%s” is",
  (text) => expect(converse(text, []).calls).toEqual([]),
);
