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
  it.each(cases)("detects the language of %s as %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(
    [
      ...["buy E27 bulbs", "open e404", "order e12 battery", "renew K2 permit", "print B5 labels"],
      ...["return H7 lamps", "buy M8 screws", "charge PS5 pads", "clean HA3 filter", "ship KI20"],
      ...["refill A4 paper", "replace KR16 cell", "sell GA200", "patch ko21 server", "check SE3"],
      ...["book N5 exam", "scan R2 forms", "fix G4 socket", "test HO4 board", "buy 4k cable"],
      ...["watch 2k clip", "collect T5 tubes", "update me7 driver", "drill 10m hole"],
    ].map((text) => [text]),
  )("takes the code in “%s” for no word", (text) => {
    expect(detectLanguage(text)).toBe("en");
    expect(detectLanguage(text, "ur-Latn")).toBe("en");
  });

  it.each(["5baje chai", "E27 bulb khareedna hai", "K2 wala kaam dikhao", "3din baad gym"])(
    "hears Roman Urdu beside the code or the number in “%s”",
    (text) => {
      expect(detectLanguage(text)).toBe("ur-Latn");
    },
  );

  it("falls back to the previous language without evidence", () => {
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
  )("reads “%s” as a yes", (text) => {
    expect(readConsent(text)).toBe("yes");
  });

  it.each(
    "no|No!|nope|no thanks|don't|cancel|never mind|keep it|nahi|nahin|nhi|ji nahi|rehne do|mat karo|chhoro|نہیں|جی نہیں|رہنے دو|مت کرو|don't delete it|no, keep it".split(
      "|",
    ),
  )("reads “%s” as a no", (text) => {
    expect(readConsent(text)).toBe("no");
  });

  it.each(
    "yes add milk|ok show my tasks|no milk today|haan doodh bhi add karo|نہیں، کل کرو|add milk|what|yes?|3||please|ok and call Ali|delete all completed tasks".split(
      "|",
    ),
  )("reads “%s” as neither", (text) => {
    expect(readConsent(text)).toBeNull();
  });
});
