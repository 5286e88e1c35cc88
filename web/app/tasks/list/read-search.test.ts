import { describe, expect, it } from "vitest";
import { readSearch, type SearchReading } from "./read-search";

// Sunday, 29 November 2026, 14:00 in Karachi.
const context = { now: new Date("2026-11-29T09:00:00Z"), timeZone: "Asia/Karachi" };
const december = { from: "2026-12-01", to: "2026-12-31" };

describe("a search", () => {
  it.each<[string, Partial<SearchReading> | null]>([
    ["in december", { words: "", ...december }],
    ["milk in december", { words: "milk", ...december }],
    ["دودھ دسمبر میں", { words: "دودھ", ...december }],
    ["december mein doodh", { words: "doodh", ...december }],
    ["within two weeks", { words: "", from: "2026-11-29", to: "2026-12-13" }],
    ["دو ہفتوں کے اندر", { words: "", from: "2026-11-29", to: "2026-12-13" }],
    ["before friday", { words: "", from: null, to: "2026-12-03" }],
    ["this week", { words: "", from: "2026-11-23", to: "2026-11-29" }],
    ["without a date", { words: "", undated: true }],
    ["tasks without due date", { words: "", undated: true }],
    ["بغیر تاریخ والے کام", { words: "", undated: true }],
    ["bina tareekh ke kaam", { words: "", undated: true }],
    ["overdue", { words: "", overdue: true }],
    ["rent overdue", { words: "rent", overdue: true }],
    ["تاخیر شدہ", { words: "", overdue: true }],
    ["milk", null],
    ["", null],
    ["monday report", null],
    ["black friday deals", null],
    ["The 5th Wave", null],
    ["every friday", null],
  ])("%s", (search, expected) => {
    const read = readSearch(search, context);
    if (expected) expect(read).toMatchObject(expected);
    else expect(read).toBeNull();
  });
});
