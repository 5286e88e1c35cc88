import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Language } from "../../language";
import { Conversation } from "./conversation";
import { household } from "./household";
import { notate, readSpoken } from "./notation";

const folder = new URL("./spoken/", import.meta.url);
const LANGUAGES: Record<string, Language> = { english: "en", urdu: "ur", roman: "ur-Latn" };

describe.each(readdirSync(folder))("%s", (file) => {
  const language = LANGUAGES[file.split("-")[0] ?? ""] ?? "en";
  let talk = new Conversation(household);

  it.each(readSpoken(readFileSync(new URL(file, folder), "utf8")))("$say", (spoken) => {
    if (!spoken.goesOn) talk = new Conversation(household);
    const { calls, answer, language: answered } = talk.say(spoken.say);
    expect(notate(calls, answer, language)).toBe(spoken.follows);
    expect(answered).toBe(language);
  });
});
