import { describe, expect, it } from "vitest";
import { z } from "zod";
import { environmentSchema, readEnvironment, readMigrationEnvironment } from "./environment";

const minimal = {
  DATABASE_URL: "postgresql://karlo:hunter2@localhost/karlo",
  BETTER_AUTH_SECRET: "x".repeat(32),
};

describe("the environment", () => {
  it("has defaults for everything except the database and the secret", () => {
    expect(readEnvironment(minimal)).toMatchObject({
      PORT: 3000,
      PUBLIC_URL: "http://localhost:3000",
      DIRECT_DATABASE_URL: minimal.DATABASE_URL,
      MODEL_PROVIDER: "builtin",
      CORS_ORIGINS: [],
    });
  });

  it("treats an empty value as absent", () => {
    expect(readEnvironment({ ...minimal, PORT: "", PUBLIC_URL: "" }).PORT).toBe(3000);
  });

  it.each([
    [{ PORT: "http" }, "PORT", '"http"'],
    [{ PORT: "70000" }, "PORT", '"70000"'],
    [{ METRICS_PORT: "no" }, "METRICS_PORT", '"no"'],
    [{ METRICS_PORT: "3000" }, "METRICS_PORT", "another port than PORT"],
    [{ MODEL_PROVIDER: "oracle" }, "MODEL_PROVIDER", "builtin"],
    [{ MODEL_PROVIDER: "custom" }, "MODEL_BASE_URL", "missing"],
    [{ MODEL_PROVIDER: "openai" }, "OPENAI_API_KEY", "missing"],
    [{ MODEL_PROVIDER: "gemini", OPENAI_API_KEY: "x" }, "GEMINI_API_KEY", "missing"],
    [{ MODEL_PROVIDER: "mimo" }, "XIAOMI_API_KEY", "since MODEL_PROVIDER is mimo"],
    [{ MODEL_PROVIDER: "anthropic" }, "ANTHROPIC_API_KEY", "missing"],
    [{ CORS_ORIGINS: "https://a.example, nonsense" }, "CORS_ORIGINS", "URL"],
    [{ DATABASE_URL: undefined }, "DATABASE_URL", "missing"],
    [{ SMTP_URL: "smtp://localhost" }, "MAIL_FROM", "missing"],
    [{ REQUIRE_EMAIL_VERIFICATION: "true" }, "SMTP_URL", "missing"],
    [{ GOOGLE_CLIENT_ID: "x" }, "GOOGLE_CLIENT_SECRET", "missing"],
    [{ GOOGLE_CLIENT_SECRET: "x" }, "GOOGLE_CLIENT_ID", "missing"],
    [{ SIGN_IN_FAILURES_PER_ACCOUNT: "0" }, "SIGN_IN_FAILURES_PER_ACCOUNT", '"0"'],
  ])("names the invalid variable and the expected value: %o", (overrides, name, detail) => {
    const read = () => readEnvironment({ ...minimal, ...overrides });
    expect(read).toThrow(name);
    expect(read).toThrow(detail);
  });

  it("never shows a secret's value", () => {
    for (const overrides of [
      { BETTER_AUTH_SECRET: "short" },
      { DATABASE_URL: "mysql://u:hunter2@h/d" },
    ]) {
      try {
        readEnvironment({ ...minimal, ...overrides });
        expect.unreachable();
      } catch (error) {
        expect(String(error)).not.toMatch(/short|hunter2/);
      }
    }
  });
});

describe("the environment of a migration", () => {
  it("has the owner's database URL and none of the app's secrets", () => {
    const { DATABASE_URL } = minimal;
    const owner = "postgresql://owner@localhost/karlo";
    expect(readMigrationEnvironment({ DATABASE_URL })).toEqual({
      url: DATABASE_URL,
      role: undefined,
      waitMs: 60_000,
    });
    expect(
      readMigrationEnvironment({
        DATABASE_URL,
        DIRECT_DATABASE_URL: `${DATABASE_URL}-direct`,
        MIGRATION_DATABASE_URL: owner,
        MIGRATION_WAIT_SECONDS: "5",
        APP_DATABASE_ROLE: "karlo_app",
      }),
    ).toEqual({ url: owner, role: "karlo_app", waitMs: 5_000 });
  });

  it("names the invalid variable without showing its URL", () => {
    expect(() => readMigrationEnvironment({})).toThrow("DATABASE_URL is missing");
    const invalid = { MIGRATION_DATABASE_URL: "mysql://u:hunter2@h/d" };
    expect(() => readMigrationEnvironment(invalid)).toThrow(
      /^MIGRATION_DATABASE_URL is not usable/,
    );
  });
});

/** The reference page of all variables, generated from the schema so that it stays current. */
function configurationPage(): string {
  const schema = z.toJSONSchema(environmentSchema, { io: "input", unrepresentable: "any" });
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description = "", default: value } = property as z.core.JSONSchema.BaseSchema;
    return `| \`${name}\` | ${description} | ${value === undefined || value === "" ? "" : `\`${value}\``} |`;
  });
  return `# Configuration

Karlo reads these environment variables, once, at start. A wrong value stops it with a sentence that
names the variable, what came and what it takes. \`npm start\` needs none of them.

| variable | what it is for | default |
| --- | --- | --- |
${rows.join("\n")}
`;
}

it("is documented in docs/configuration.md", async () => {
  await expect(configurationPage()).toMatchFileSnapshot("../../../docs/configuration.md");
});
