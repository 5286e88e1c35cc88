import type { ModelRequest } from "@openai/agents";
import { expect, it } from "vitest";
import { answerDataOf, withoutAnswerData } from "#app/assistant/answer-data";
import type { WireTask } from "#app/tasks/task/wire-task";
import type { MessagePart } from "./message";
import { toModelInput } from "./message-history";

const hens = { id: 4, title: "feed the hens" };
const task = { ...hens, completed: false } as WireTask;
const call = { id: "c1", name: "delete_task", arguments: { id: 4 } };
const approvals = [{ ...call, tool: call.name, before: [task], after: [] }];

const input = (...parts: MessagePart[]) => toModelInput([{ role: "assistant", parts }]);

it("hands on what an answer showed, and what it asked about", () => {
  const shown = [hens];
  const listed = input({ type: "text", text: "#4 feed the hens", shown });
  expect(listed.map(answerDataOf)).toEqual([{ shown }]);
  const question = { type: "text", text: "Delete #4 feed the hens?" } as const;
  const asked = { kind: "delete", tasks: [hens], withdrawn: false };
  const waiting = input({ type: "approval", approvals }, question);
  expect(waiting.map(answerDataOf)).toEqual([{ asked }]);
  const items = input({ type: "approval", approvals, withdrawn: true }, question);
  expect(items.map(({ type }) => type)).toEqual([
    "message",
    "function_call",
    "function_call_result",
  ]);
  expect(items.map(answerDataOf)).toEqual([{ asked: { ...asked, withdrawn: true } }, {}, {}]);
});

it("hands on calls that were not allowed, but no other without a result", () => {
  const result = null;
  expect(input({ type: "tool_call", ...call, result, status: "running" })).toEqual([]);
  const [, rejected] = input({ type: "tool_call", ...call, result, status: "rejected" });
  expect(JSON.stringify(rejected)).toContain("The person said no.");
});

it("keeps the data of answers from providers, and nothing else", () => {
  const items = [
    ...input({ type: "text", text: "#4 feed the hens", shown: [hens] }),
    { type: "reasoning", content: [], providerData: { sealed: "x" } } as const,
  ];
  const { input: sent } = withoutAnswerData({ input: items } as unknown as ModelRequest);
  expect(JSON.stringify(sent)).not.toContain("karlo");
  expect(JSON.stringify(sent)).toContain("sealed");
});
