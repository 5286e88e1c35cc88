import { describe, expect, it } from "vitest";
import { appTexts } from "./app-texts";
import { chatBoxTexts } from "./chat-box-texts";
import { approvalQuestion } from "./conversation";
import english from "./en";
import { errorCodes, errorDetail } from "./errors";
import { fileTexts } from "./file-texts";
import { readingTexts } from "./reading";
import { replyFailure } from "./reply-failure";
import { securityTexts } from "./security-texts";
import urduTexts from "./ur";

const en = {
  ...english,
  ...chatBoxTexts.en,
  ...fileTexts.en,
  ...readingTexts.en,
  ...appTexts.en,
  ...securityTexts.en,
};
const ur = {
  ...urduTexts,
  ...chatBoxTexts.ur,
  ...fileTexts.ur,
  ...readingTexts.ur,
  ...appTexts.ur,
  ...securityTexts.ur,
};

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{?\w+\}?\}/g)].map(String).sort();

describe("dictionaries", () => {
  const urdu = new Map(leaves(ur));

  it("have the same keys", () => {
    expect([...urdu.keys()]).toEqual(leaves(en).map(([key]) => key));
  });

  it("have no empty text and the same placeholders", () => {
    for (const [key, text] of leaves(en)) {
      expect(urdu.get(key)?.trim(), key).toBeTruthy();
      expect(placeholders(urdu.get(key) ?? ""), key).toEqual(placeholders(text));
    }
  });

  it("are in Arabic script in Urdu", () => {
    // The sample conversation on the landing page shows both languages.
    const english = new Set(["landing.ask2", "landing.title2", "landing.answer2"]);
    for (const [key, text] of urdu) {
      if (!english.has(key)) expect(text, key).toMatch(/\p{Script=Arabic}/u);
    }
  });
});

describe("errorDetail", () => {
  it("has a text for every code in both languages, with and without values", () => {
    for (const code of errorCodes) {
      for (const values of [undefined, { id: 7, max: 10_000, retryAfter: 30, expected: "x" }]) {
        expect(errorDetail(code, "en", values), code).toMatch(/^[A-Z“].+[.]$/);
        expect(errorDetail(code, "ur", values), code).toMatch(/\p{Script=Arabic}/u);
      }
    }
  });
});

describe("replyFailure", () => {
  it.each(["toString", "", "no_such_code"])("falls back for the unknown code %j", (code) => {
    expect(replyFailure(code, "en")).toBe(errorDetail("internal", "en"));
    expect(replyFailure(code, "ur-Latn")).toBe(replyFailure("internal", "ur-Latn"));
  });
});

describe("approvalQuestion", () => {
  it("asks in the language of the conversation", () => {
    const titles = ["#3 buy milk"];
    expect(approvalQuestion("en", "delete", titles)).toBe("Delete #3 buy milk? Say yes or no.");
    expect(approvalQuestion("ur-Latn", "delete", titles)).toBe(
      "Kya #3 buy milk delete kar doon? Haan ya nahi kahiye.",
    );
    expect(approvalQuestion("ur", "delete", titles)).toContain("\u2068#3 buy milk\u2069");
  });

  it("lists at most five titles", () => {
    const titles = Array.from({ length: 8 }, (_, index) => `#${index + 1}`);
    expect(approvalQuestion("en", "change", titles)).toBe(
      "Change #1, #2, #3, #4, #5 and 3 more? Say yes or no.",
    );
  });
});
