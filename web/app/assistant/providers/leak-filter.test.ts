import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, LeakFilter } from "./leak-filter";

const milk = { name: "create_task", arguments: '{"title":"milk"}' };
const json = '{"name":"create_task","arguments":{"title":"milk"}}';

/** Text, what of it is for the person, and the calls in it. */
const cases: [how: string, text: string, shown: string, calls: object[]][] = [
  ["nothing", "Added #1 milk · tomorrow.", "Added #1 milk · tomorrow.", []],
  ["signs", "2 < 3, [x] and `code`: a <b> c |> d", "2 < 3, [x] and `code`: a <b> c |> d", []],
  ["a thought", "<think>They want\nmilk.</think>\n\nHello.", "Hello.", []],
  ["a thought without end", "Hello.<think>They want", "Hello.", []],
  ["a thought without beginning", "They want milk.\n</think>\n\nHello.", "Hello.", []],
  ["a call", `On it.\n<tool_call>\n${json}\n</tool_call>`, "On it.\n", [milk]],
  ["calls", `<tool_call>${json}</tool_call>\n<tool_call>${json}</tool_call>`, "", [milk, milk]],
  ["nested calls", `<tool_calls><tool_call>${json}</tool_call></tool_calls>`, "", [milk]],
  ["a call without end", `<tool_call>${json}`, "", [milk]],
  ["no call", "<tool_call>milk</tool_call>Hello.", "Hello.", []],
  ["a fence", `\`\`\`json\n${json}\n\`\`\``, "", [milk]],
  ["a fence with a list", `Sure.\n\`\`\`\n[${json}]\n\`\`\`\nDone.`, "Sure.\n\nDone.", [milk]],
  ["code", '```js\nrun({ name: "x" })\n```', '```js\nrun({ name: "x" })\n```', []],
  ["other JSON", '```json\n{"title":"milk"}\n```', '```json\n{"title":"milk"}\n```', []],
  ["bare JSON", json, "", [milk]],
  ["bare JSON that is no call", '{"title":"milk"}', '{"title":"milk"}', []],
  ["Llama's members", '{"name":"create_task","parameters":{"title":"milk"}}', "", [milk]],
  ["Llama's tag", '<|python_tag|>{"name":"create_task","parameters":{"title":"milk"}}', "", [milk]],
  ["a function", '<function=create_task>{"title":"milk"}</function>', "", [milk]],
  [
    "parameters",
    "<tool_call>\n<function=create_task>\n<parameter=title>\nmilk\n</parameter>\n</function>\n</tool_call>",
    "",
    [milk],
  ],
  ["Mistral's", `[TOOL_CALLS][${json}]`, "", [milk]],
  [
    "DeepSeek's",
    'On it.<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>create_task\n```json\n{"title":"milk"}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    "On it.",
    [milk],
  ],
  [
    "Kimi's",
    '<|tool_calls_section_begin|><|tool_call_begin|>functions.create_task:0<|tool_call_argument_begin|>{"title":"milk"}<|tool_call_end|><|tool_calls_section_end|>',
    "",
    [milk],
  ],
  [
    "gpt-oss's",
    '<|channel|>analysis<|message|>Milk.<|end|><|start|>assistant<|channel|>commentary to=functions.create_task <|constrain|>json<|message|>{"title":"milk"}<|call|>',
    "",
    [milk],
  ],
  [
    "gpt-oss's answer",
    "<|channel|>analysis<|message|>Greet.<|end|><|start|>assistant<|channel|>final<|message|>Hello.<|return|>",
    "Hello.",
    [],
  ],
  ["tokens", "<|im_start|>assistant\nHello.<|im_end|><|endoftext|>", "Hello.", []],
];

describe("what leaks into an answer", () => {
  it.each(cases)("is taken out: %s", (_how, text, shown, calls) => {
    expect(cleanText(text)).toEqual({ text: shown, calls });
  });

  it("is taken out wherever the chunks divide it", () => {
    const streamed = cases.filter(([how]) => how !== "a thought without beginning");
    const cuts = fc.array(fc.nat(300), { maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...streamed), cuts, ([, text, shown, calls], places) => {
        const filter = new LeakFilter();
        const at = [
          ...new Set([0, ...places.map((place) => place % (text.length + 1)), text.length]),
        ];
        at.sort((a, b) => a - b);
        const chunks = at.map((place, index) => text.slice(place, at[index + 1]));
        const out = chunks.map((chunk) => filter.push(chunk)).join("") + filter.end();
        expect(out.trim()).toBe(shown.trim());
        expect(filter.calls).toEqual(calls);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is all that is taken out", () => {
    const plain = fc
      .string({ unit: "grapheme", maxLength: 200 })
      .filter((text) => !/[<`[{]/.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(cleanText(text).text.trim()).toBe(text.trim());
      }),
    );
  });
});
