import { describe, expect, it } from "vitest";
import { readEnvironment } from "./environment";

const enough = {
  DATABASE_URL: "postgresql://karlo:hunter2@localhost/karlo",
  BETTER_AUTH_SECRET: "x".repeat(32),
};

describe("the environment", () => {
  it("has a default for everything but the database and the secret", () => {
    expect(readEnvironment(enough)).toMatchObject({
      PORT: 3000,
      PUBLIC_URL: "http://localhost:3000",
      DIRECT_DATABASE_URL: enough.DATABASE_URL,
      MODEL_PROVIDER: "builtin",
      CORS_ORIGINS: [],
    });
  });

  it("takes an empty value for none", () => {
    expect(readEnvironment({ ...enough, PORT: "", PUBLIC_URL: "" }).PORT).toBe(3000);
  });

  it.each([
    [{ PORT: "http" }, "PORT", '"http"'],
    [{ PORT: "70000" }, "PORT", '"70000"'],
    [{ MODEL_PROVIDER: "oracle" }, "MODEL_PROVIDER", "builtin"],
    [{ MODEL_PROVIDER: "custom" }, "MODEL_BASE_URL", "missing"],
    [{ CORS_ORIGINS: "https://a.example, nonsense" }, "CORS_ORIGINS", "URL"],
    [{ DATABASE_URL: undefined }, "DATABASE_URL", "missing"],
  ])("names what is wrong and what is taken: %o", (given, name, word) => {
    const read = () => readEnvironment({ ...enough, ...given });
    expect(read).toThrow(name);
    expect(read).toThrow(word);
  });

  it("never shows a secret's value", () => {
    for (const given of [
      { BETTER_AUTH_SECRET: "short" },
      { DATABASE_URL: "mysql://u:hunter2@h/d" },
    ]) {
      try {
        readEnvironment({ ...enough, ...given });
        expect.unreachable();
      } catch (error) {
        expect(String(error)).not.toMatch(/short|hunter2/);
      }
    }
  });
});
