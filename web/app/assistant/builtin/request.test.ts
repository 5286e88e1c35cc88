import type { AgentInputItem } from "@openai/agents";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type AnswerData, toProviderData } from "../answer-data";
import { CORPUS_NOW } from "./corpus/converse";
import { readTurn, recentItems } from "./request";

const text = fc.constantFrom(
  "",
  "hello",
  "Added #3 buy milk.",
  "- #1 a\n- #2 b",
  "Which one?",
  "کون سا؟ #4 دودھ",
);
function answer(said: string, data?: AnswerData): AgentInputItem {
  const content = [{ type: "output_text" as const, text: said }];
  const item = { type: "message", role: "assistant", status: "completed", content } as const;
  return data ? { ...item, providerData: toProviderData(data) } : item;
}
const item: fc.Arbitrary<AgentInputItem> = fc.oneof(
  text.map((content): AgentInputItem => ({ role: "user", content })),
  text.map((said) => answer(said)),
  text.map((said) => answer(said, { shown: [{ id: 9, title: "shown" }] })),
  fc.nat(3).map((id): AgentInputItem => {
    const call = { callId: `${id}`, name: "list_tasks", status: "completed" } as const;
    return { type: "function_call", ...call, arguments: "{}" };
  }),
  fc.nat(3).map((id): AgentInputItem => {
    const call = { callId: `${id}`, name: "list_tasks", status: "completed" } as const;
    return { type: "function_call_result", ...call, output: { type: "text", text: "{}" } };
  }),
);

it("reads the same turn from the recent items as from the whole conversation", () => {
  const now = Temporal.ZonedDateTime.from(CORPUS_NOW);
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), (input) => {
      const turn = (items: AgentInputItem[]) => readTurn({ input: items, handoffs: [] }, now);
      expect(turn(recentItems(input))).toEqual(turn(input));
    }),
    { numRuns: 500 },
  );
});

it("leaves out what a long conversation has beyond that", () => {
  const turns = Array.from({ length: 500 }, (): AgentInputItem[] => [
    { role: "user", content: "add milk" },
    { type: "message", role: "assistant", status: "completed", content: [] },
    {
      type: "message",
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: "Added." }],
    },
  ]);
  expect(recentItems(turns.flat()).length).toBeLessThan(20);
});

it("hears a choice that was pressed as the short answer that it stands for", () => {
  const now = Temporal.ZonedDateTime.from(CORPUS_NOW);
  const choices = [
    { label: "Add “wax the skis”", says: "1" },
    { label: "Leave everything as it is", says: "2" },
  ];
  const question = answer("Should I add it, or leave everything as it is?", { choices });
  const heard = (content: string) =>
    readTurn({ input: [question, { role: "user", content }], handoffs: [] }, now).text;
  expect(heard("Leave everything as it is")).toBe("2");
  expect(heard("add “wax the boots”")).toBe("add “wax the boots”");
});

it("takes what was shown and asked from the data of answers, not from their words", () => {
  const now = Temporal.ZonedDateTime.from(CORPUS_NOW);
  const tasks = [{ id: 4, title: "wax the skis" }];
  const turn = (said: AgentInputItem, content: string) =>
    readTurn({ input: [said, { role: "user", content }], handoffs: [] }, now);
  const shown = turn(answer("Here it is, as #7 once was.", { shown: tasks }), "complete it");
  expect(shown).toMatchObject({ shown: tasks, text: "complete it" });
  const asked = { kind: "delete", tasks, withdrawn: true } as const;
  const question = answer("Delete #4 wax the skis?", { asked });
  expect(turn(question, "no, the boots")).toMatchObject({ asked, text: "the boots" });
  expect(turn(question, "what is due?")).toMatchObject({ asked, text: "what is due?" });
  expect(turn(answer("Delete?", { asked: { ...asked, withdrawn: false } }), "no, it").text).toBe(
    "no, it",
  );
});
