import { describe, expect, it } from "vitest";
import { ChatStream } from "./chat-stream";

interface Piece {
  id?: string;
  index?: number;
  function: { name?: string; arguments?: unknown };
  extra_content?: { google: { thought_signature: string } };
}

/** The calls that a reader of OpenAI's kind puts together from the rewritten pieces. */
function callsIn(...pieces: Piece[]) {
  const stream = new ChatStream();
  const calls: { id: string; name: string; arguments: string }[] = [];
  for (const piece of pieces) {
    const chunk = stream.rewrite({ choices: [{ delta: { tool_calls: [piece] } }] });
    for (const { index, id, function: made } of chunk.choices?.[0]?.delta?.tool_calls ?? []) {
      calls[index ?? -1] ??= { id: id ?? "", name: "", arguments: "" };
      const call = calls[index ?? -1];
      if (!call) continue;
      call.name += made?.name ?? "";
      call.arguments += made?.arguments ?? "";
    }
  }
  return { calls, last: stream.end() };
}

const [milk, bread] = ['{"title":"milk"}', '{"title":"bread"}'];
const both = [
  { name: "create_task", arguments: milk },
  { name: "create_task", arguments: bread },
];

describe("tool calls of a stream", () => {
  it.each<[string, Piece[]]>([
    [
      "in pieces, as OpenAI sends them",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: "" } },
        { index: 0, function: { arguments: milk } },
        { index: 1, id: "b", function: { name: "create_task", arguments: '{"title"' } },
        { index: 1, function: { arguments: ':"bread"}' } },
      ],
    ],
    [
      "whole and without an index",
      [
        { id: "a", function: { name: "create_task", arguments: milk } },
        { id: "b", function: { name: "create_task", arguments: bread } },
      ],
    ],
    [
      "all at index 0",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: milk } },
        { index: 0, id: "b", function: { name: "create_task", arguments: bread } },
      ],
    ],
    [
      "without index or id",
      [
        { id: "", function: { name: "create_task", arguments: milk } },
        { id: "", function: { name: "create_task", arguments: bread } },
      ],
    ],
    [
      "with name and id in every piece",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: '{"title"' } },
        { index: 0, id: "a", function: { name: "create_task", arguments: ':"milk"}' } },
        { index: 1, function: { name: "create_task", arguments: '{"title"' } },
        { index: 1, function: { name: "create_task", arguments: ':"bread"}' } },
      ],
    ],
    [
      "with arguments that are no text",
      [
        { index: 0, id: "a", function: { name: "create_task", arguments: { title: "milk" } } },
        { index: 1, id: "b", function: { name: "create_task", arguments: { title: "bread" } } },
      ],
    ],
  ])("%s are two calls", (_, pieces) => {
    const { calls } = callsIn(...pieces);
    expect(calls).toMatchObject(both);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
  });

  it("leave their signatures for the end, under the ids they were given", () => {
    const { calls, last } = callsIn(
      {
        function: { name: "create_task", arguments: milk },
        extra_content: { google: { thought_signature: "signed==" } },
      },
      { function: { name: "create_task", arguments: bread } },
    );
    const carried = JSON.parse(last?.choices?.[0]?.delta?.reasoning ?? "{}");
    expect(carried.signatures).toEqual({ [calls[0]?.id ?? ""]: "signed==" });
  });
});
