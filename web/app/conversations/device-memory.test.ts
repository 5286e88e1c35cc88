import { expect, it } from "vitest";
import { openConversation } from "./device-memory";

it("finds the open conversation among a device's cookies", () => {
  expect(openConversation("karlo.conversation=12")).toBe(12);
  expect(openConversation("a=b; karlo.conversation=3; c=d")).toBe(3);
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
    expect(openConversation(cookies)).toBeNull();
  }
});
