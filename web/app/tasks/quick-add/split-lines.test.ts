import { describe, expect, it } from "vitest";
import { splitLines } from "./split-lines";

describe("a text of several lines", () => {
  it.each<[string, string[]]>([
    ["buy milk tomorrow\npay bill", ["buy milk tomorrow", "pay bill"]],
    ["- buy milk\r\n\r\n* pay bill\r\n", ["buy milk", "pay bill"]],
    ["1. buy milk\n2) pay bill\n(3) rest", ["buy milk", "pay bill", "rest"]],
    ["۱۔ دودھ\n• بل", ["۱۔ دودھ", "بل"]],
    ["- [ ] buy milk\n- [x] pay bill\n☐ rest", ["buy milk", "pay bill", "rest"]],
    ["Shopping:\n- eggs\n- bread", ["eggs", "bread"]],
    ["to do:\ncall Sara", ["to do:", "call Sara"]],
    ["2 eggs\n3.5 kg flour", ["2 eggs", "3.5 kg flour"]],
    ["-5 degrees\n9 to 5", ["-5 degrees", "9 to 5"]],
    ["one line", ["one line"]],
    [" \n ", []],
  ])("%j", (text, lines) => expect(splitLines(text)).toEqual(lines));
});
