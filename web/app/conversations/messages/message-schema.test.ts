import { describe, expect, it } from "vitest";
import { parseApprovals, parseMessageParts } from "./message-schema";

const text = { type: "text", text: "hello", agent: "orchestrator", language: "en" };

describe("parseMessageParts", () => {
  it("returns known parts with members that it does not know", () => {
    const call = {
      ...{ type: "tool_call", id: "a", name: "get_stats", status: "completed", added_later: 1 },
      arguments: { nested: { deep: [1] } },
      result: null,
    };
    const file = { type: "attachment", id: "f", name: "a.txt", media_type: "text/plain", size: 3 };
    expect(parseMessageParts([text, call, file])).toEqual([text, call, file]);
  });

  it("skips parts of an unknown type or shape", () => {
    const unknown = [{ type: "poll", votes: 1 }, { type: "text" }, null, 7, "text"];
    expect(parseMessageParts([...unknown, text])).toEqual([text]);
  });

  it("shows a text whose agent or language is unknown", () => {
    const [part] = parseMessageParts([{ ...text, agent: "somebody", language: "fr" }]);
    expect(part).toMatchObject({ type: "text", text: "hello" });
    expect(part).not.toMatchObject({ agent: "somebody" });
  });

  it("throws when the column is not an array", () => {
    for (const column of [null, {}, "[]"]) expect(() => parseMessageParts(column)).toThrow();
  });
});

it("throws on approvals that do not fit: a run must not resume with half of them", () => {
  const approval = { id: "a", tool: "delete_task", arguments: {}, before: [], after: [] };
  expect(parseApprovals([approval])).toEqual([approval]);
  expect(() => parseApprovals([{ ...approval, before: [{ id: 1 }] }])).toThrow();
});
