import { describe, expect, it } from "vitest";
import { type DateContext, dueLabel, formatNumber, longDate } from "./dates";
import en from "./en";
import { createI18n } from "./instance";
import ur from "./ur";

const urdu: DateContext = {
  language: "ur",
  numerals: "urdu",
  timeZone: "Asia/Karachi",
  now: "2026-11-20T20:30:00.000Z",
  words: { today: "آج", tomorrow: "کل", yesterday: "گزشتہ کل" },
};

describe("the digits preference", () => {
  it("applies to dates, times and counts", () => {
    expect(dueLabel("2026-11-22T12:00:00Z", urdu)).toBe("کل ۱۷:۰۰");
    expect(dueLabel("2027-01-24", urdu)).toBe("۲۴ جنوری ۲۰۲۷");
    expect(longDate(urdu)).toBe("ہفتہ، ۲۱ نومبر");
    expect(formatNumber(12_345, urdu)).toBe("۱۲٬۳۴۵");
    expect(formatNumber(12_345, { ...urdu, numerals: "western" })).toBe("12,345");
  });

  it("applies to dictionary texts, but not to values interpolated into them", () => {
    const { t } = createI18n("ur", "urdu", ur);
    expect(t("list.bulk.count", { count: 1200 })).toContain("۱٬۲۰۰");
    expect(t("accounts.passwordHint")).toContain("۸");
    expect(t("tasks.complete", { title: "5 انڈے" })).toContain("5 انڈے");
  });

  it("leaves texts unchanged for Western digits", () => {
    const { t } = createI18n("en", "western", en);
    expect(t("list.bulk.count", { count: 1200 })).toBe("1,200 selected");
    expect(t("accounts.passwordHint")).toContain("At least 8 characters");
  });
});
