import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonMembers } from "./json-members";

const bytes = (text: string) => new TextEncoder().encode(text);
const members = (text: string, arrays: string[] = [], depth = 20) => [
  ...readJsonMembers(bytes(text), arrays, depth),
];
const rebuild = (text: string, arrays: string[]) => {
  const whole: Record<string, unknown> = Object.fromEntries(arrays.map((name) => [name, []]));
  for (const { name, index, value } of members(text, arrays)) {
    if (index === null)
      Object.defineProperty(whole, name, { value, enumerable: true, writable: true });
    else (whole[name] as unknown[]).push(value);
  }
  return whole;
};

describe("the members of a JSON text", () => {
  it("are those of JSON.parse, for any object and layout", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((name) => name !== "__proto__"),
          fc.jsonValue({ maxDepth: 4 }),
        ),
        fc.array(fc.jsonValue({ maxDepth: 4 })),
        fc.constantFrom(undefined, 1, "\t"),
        (object, rows, indent) => {
          const value = JSON.parse(JSON.stringify({ ...object, rows }));
          const text = JSON.stringify(value, null, indent);
          expect(rebuild(text, ["rows"])).toEqual(value);
          expect(rebuild(`\ufeff \r\n${text}\n`, ["rows"])).toEqual(value);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ...[
      "",
      " ",
      "{",
      "}",
      "[]",
      "1",
      '"a"',
      "null",
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '{"a":1}}',
      '{"a":1} x',
    ],
    ...[
      '{"a":1 2}',
      "{a:1}",
      '{"a":1,"a":2}',
      '{"a":"',
      '{"a":"\\"}',
      '{"a":[1,]}',
      '{"a":[}',
      '{"a":]}',
    ],
    ...[
      '{"a":{]}',
      '{"a":tru}',
      '{"a":01}',
      '{"rows":[1,]}',
      '{"rows":[1',
      '{"rows":{}}',
      '{"rows":1}',
    ],
    ...['{"rows":[,1]}', '{"rows":[1 2]}', '{"a":"\n"}', '{"a":\u00a01}', "{'a':1}", '{"a":NaN}'],
  ])("are refused where the text is not JSON: %j", (text) =>
    expect(() => members(text, ["rows"])).toThrow(SyntaxError),
  );

  it("are refused as invalid UTF-8", () => {
    expect(() => [
      ...readJsonMembers(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), [], 9),
    ]).toThrow(TypeError);
  });

  it.each([
    ["an item", `{"rows":[${"[".repeat(3_000)}${"]".repeat(3_000)}]}`, 3_000],
    ["a member", `{"a":${'{"b":'.repeat(21)}1${"}".repeat(21)}}`, 21],
    ["half a million", `{"a":${"[".repeat(500_000)}${"]".repeat(500_000)}}`, 500_000],
  ])("have a bound on their depth: %s", (_, text, length) => {
    const values = { bound: "depth", max: 20, length };
    expect(() => members(text, ["rows"])).toThrow(
      expect.objectContaining({ code: "file_bound", values }),
    );
    expect(members(`{"a":${"[".repeat(20)}${"]".repeat(20)}}`)).toHaveLength(1);
  });
});
