import { describe, expect, it } from "vitest";
import { databaseError } from "./database-errors";

const withCode = (code: string) => Object.assign(new Error("of the driver"), { code });

describe("an error of the database", () => {
  it.each([
    ["the password has changed", "28P01"],
    ["the role may not sign in", "28000"],
    ["the server stops", "57P01"],
    ["the connection broke", "08006"],
    ["the disk is full", "53100"],
  ])("is 503 with Retry-After where %s", (_, code) => {
    const error = databaseError(new Error("of Prisma", { cause: withCode(code) }));
    expect(error).toMatchObject({ status: 503, code: "database_unavailable" });
    expect(error?.values).toMatchObject({ retryAfter: expect.any(Number) });
  });

  it("is a fault of Karlo's own where the statement is wrong", () => {
    for (const code of ["42601", "42P01", "23505"])
      expect(databaseError(withCode(code)), code).toBeNull();
  });
});
