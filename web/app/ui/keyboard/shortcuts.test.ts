import { describe, expect, it } from "vitest";
import { keyName } from "./shortcuts";

const pressed = (key: string, code: string, held: Partial<KeyboardEvent> = {}) =>
  keyName({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("keyName", () => {
  it("names a key by its character, or by its position on non-Latin layouts", () => {
    expect(pressed("j", "KeyJ")).toBe("j");
    expect(pressed("ج", "KeyJ")).toBe("j");
    expect(pressed("?", "Slash", { shiftKey: true })).toBe("?");
    expect(pressed("؟", "Slash", { shiftKey: true })).toBe("?");
    expect(pressed("Escape", "Escape")).toBe("Escape");
  });

  it("marks combinations with Control or Command, and ignores those with Alt", () => {
    expect(pressed("k", "KeyK", { ctrlKey: true })).toBe("Mod+k");
    expect(pressed("ک", "KeyK", { metaKey: true })).toBe("Mod+k");
    expect(pressed("K", "KeyK", { metaKey: true, shiftKey: true })).toBe("Mod+k");
    expect(pressed("j", "KeyJ", { altKey: true })).toBe(null);
  });
});
