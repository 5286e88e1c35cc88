import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("safePath", () => {
  it.each(["/tasks", "/tasks?status=all", "/chatbot?c=3#end", "/sign-in?next=%2Ftasks"])(
    "keeps %s",
    (path) => expect(safePath(path, "/")).toBe(path),
  );

  it.each([
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\n//elsewhere.example",
    "/.//elsewhere.example",
    "javascript:alert(1)",
    "tasks",
    "",
    null,
    undefined,
    7,
  ])("refuses %j", (path) => expect(safePath(path, "/tasks")).toBe("/tasks"));
});
