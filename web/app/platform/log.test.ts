import { describe, expect, it } from "vitest";
import { createLogger } from "./log";

function logError(error: unknown): Record<string, unknown> {
  let line = "";
  const write = (text: string) => {
    line += text;
  };
  createLogger("info", { destination: { write } }).error({ err: error }, "it failed");
  return JSON.parse(line) as Record<string, unknown>;
}

describe("the log", () => {
  it("has the type, code and stack of an error but no user content", () => {
    const cause = new Error('duplicate title "call the lawyer"');
    const error = Object.assign(new Error('invalid: title: "call the doctor"', { cause }), {
      code: "P2002",
      meta: { title: "call the doctor" },
    });
    const line = logError(error);
    expect(line).toMatchObject({ msg: "it failed", err: { type: "Error", code: "P2002" } });
    expect(JSON.stringify(line)).toContain("log.test.ts");
    expect(JSON.stringify(line)).not.toMatch(/doctor|lawyer/);
  });

  it("has the message of system errors", () => {
    const error = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), {
      code: "ECONNREFUSED",
      syscall: "connect",
    });
    expect(logError(error)).toMatchObject({
      err: { message: expect.stringContaining("ECONNREFUSED") },
    });
  });
});
