import { expect, it } from "vitest";
import { languageFromHeader } from "./language";

it.each([
  [null, "en"],
  ["", "en"],
  ["ur", "ur"],
  ["ur-PK,ur;q=0.9,en;q=0.8", "ur"],
  ["en-GB,en;q=0.9,ur;q=0.8", "en"],
  ["de,fr;q=0.9", "en"],
  ["de, ur;q=0.3, en;q=0.2", "ur"],
  ["ur;q=0, en", "en"],
  ["ur;q=x", "en"],
  ["*", "en"],
])("%j selects %s", (header, language) => expect(languageFromHeader(header)).toBe(language));
