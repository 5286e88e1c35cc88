import { expect, it } from "vitest";
import { readOpenConversation } from "./device-storage";

it("reads the open conversation from a Cookie header", () => {
  expect(readOpenConversation("karlo.conversation=12")).toBe(12);
  expect(readOpenConversation("a=b; karlo.conversation=3; c=d")).toBe(3);
  for (const cookies of [
    null,
    "",
    "karlo.conversation=",
    "karlo.conversation=0",
    "karlo.conversation=99999999999",
    "karlo.conversation=2147483648",
    "karlo.conversation=1x",
    "xkarlo.conversation=1",
  ]) {
    expect(readOpenConversation(cookies)).toBeNull();
  }
});
