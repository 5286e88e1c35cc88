import { describe, expect, it } from "vitest";
import { detectLanguage, type Language, readConsent } from "./language";

describe("detectLanguage", () => {
  const cases: [string, Language][] = [
    ["add buy milk tomorrow at 5pm", "en"],
    ["Show me the main tasks", "en"],
    ["do it", "en"],
    ["is he in?", "en"],
    ["call Kamal to ask about the car", "en"],
    ["میرے کام دکھاؤ", "ur"],
    ["مجھے کل milk خریدنا ہے", "ur"],
    ["meeting کل 5 بجے add کر دو", "ur"],
    ['delete "دودھ لانا" from my list', "en"],
    ["میرے كام دكھاؤ", "ur"],
    ["pehla kaam mukammal karo", "ur-Latn"],
    ["mjhe kl doodh lena h", "ur-Latn"],
    ["task 3 delete kr do", "ur-Latn"],
    ["call ali delete kardo", "ur-Latn"],
    ["kal meeting", "ur-Latn"],
    ["salam", "ur-Latn"],
    ["haan", "ur-Latn"],
    ["theek hai", "ur-Latn"],
    ["", "en"],
  ];
  it.each(cases)("reads %s as %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it("leaves a message without evidence in the language of the one before", () => {
    for (const text of ["ok", "3", "undo", "👍", "#4"]) {
      expect(detectLanguage(text)).toBe("en");
      expect(detectLanguage(text, "ur")).toBe("ur");
      expect(detectLanguage(text, "ur-Latn")).toBe("ur-Latn");
    }
    expect(detectLanguage("show my tasks", "ur")).toBe("en");
  });
});

describe("readConsent", () => {
  it.each(
    "yes|Yes please|ok|OK.|sure, go ahead|yes delete it|haan|Haan ji|ji|ji haan kar do|theek hai|جی ہاں|ہاں|جی|ٹھیک ہے|ہاں، کر دو|y|👍".split(
      "|",
    ),
  )("takes “%s” for a yes", (text) => {
    expect(readConsent(text)).toBe("yes");
  });

  it.each(
    "no|No!|nope|no thanks|don't|cancel|never mind|keep it|nahi|nahin|nhi|ji nahi|rehne do|mat karo|chhoro|نہیں|جی نہیں|رہنے دو|مت کرو|don't delete it|no, keep it".split(
      "|",
    ),
  )("takes “%s” for a no", (text) => {
    expect(readConsent(text)).toBe("no");
  });

  it.each(
    "yes add milk|ok show my tasks|no milk today|haan doodh bhi add karo|نہیں، کل کرو|add milk|what|yes?|3||please|ok and call Ali|delete all completed tasks".split(
      "|",
    ),
  )("takes “%s” for neither", (text) => {
    expect(readConsent(text)).toBeNull();
  });
});
