import { describe, expect, it } from "vitest";
import { keyName } from "./shortcuts";

const pressed = (key: string, code: string, held: Partial<KeyboardEvent> = {}) =>
  keyName({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("keyName", () => {
  it("names keys by what they write, or by their place where that is not Latin", () => {
    expect(pressed("j", "KeyJ")).toBe("j");
    expect(pressed("ج", "KeyJ")).toBe("j");
    expect(pressed("?", "Slash", { shiftKey: true })).toBe("?");
    expect(pressed("؟", "Slash", { shiftKey: true })).toBe("?");
    expect(pressed("Escape", "Escape")).toBe("Escape");
  });

  it("tells a key from the same key held with Control or Command, and leaves Alt to the system", () => {
    expect(pressed("k", "KeyK", { ctrlKey: true })).toBe("Mod+k");
    expect(pressed("ک", "KeyK", { metaKey: true })).toBe("Mod+k");
    expect(pressed("K", "KeyK", { metaKey: true, shiftKey: true })).toBe("Mod+k");
    expect(pressed("j", "KeyJ", { altKey: true })).toBe(null);
  });
});
