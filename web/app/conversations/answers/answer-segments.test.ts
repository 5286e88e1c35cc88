import { describe, expect, it } from "vitest";
import type { MessagePart } from "#app/conversations/messages/message";
import type { WireTask } from "#app/tasks/task/wire-task";
import { type AnswerSegment, segmentsOf } from "./answer-segments";
import { answerTasks, SHOWN_MAX, shownIds } from "./answer-tasks";

const milk = { id: 3, title: "buy milk · 2 litres" };
const rent = { id: 4, title: "pay the rent" };
const urdu = { id: 12, title: "دودھ لینا" };

/** Segments in short: texts as they are, tasks as their numbers. */
const short = (segments: AnswerSegment[]) =>
  segments.map((segment) =>
    segment.type === "text" ? segment.text : segment.tasks.map(({ id }) => id),
  );
const built = (text: string, tasks = [milk, rent, urdu]) =>
  short(segmentsOf(text, { tasks, exact: true }));
const worded = (text: string, tasks = [milk, rent, urdu]) =>
  short(segmentsOf(text, { tasks, exact: false }));

describe("an answer of the built-in model", () => {
  it("has rows in the place of its lines", () => {
    const list = "2 tasks.\n- #3 buy milk · 2 litres · tomorrow 17:00\n- #4 pay the rent · high";
    expect(built(list, [milk, rent])).toEqual(["2 tasks.", [3, 4]]);
    expect(built("باقی ایک کام:\n- #۱۲ دودھ لینا · کل", [urdu])).toEqual(["باقی ایک کام:", [12]]);
  });

  it("has a row in the place of what its sentence ends with", () => {
    expect(built("Added #4 pay the rent · tomorrow 17:00.", [rent])).toEqual(["Added:", [4]]);
    expect(built("شامل کر دیا: #12 دودھ لینا", [urdu])).toEqual(["شامل کر دیا:", [12]]);
    expect(built("#4 pay the rent · today\nOpen, high priority.", [rent])).toEqual([
      [4],
      "Open, high priority.",
    ]);
    const next = "Next: #4 pay the rent.\nAfter that:\n- #3 buy milk · 2 litres";
    expect(built(next, [milk, rent])).toEqual(["Next:", [4], "After that:", [3]]);
  });

  it("keeps a sentence that says more, and shows the task after it", () => {
    const said = "#4 pay the rent · today is already done.";
    expect(built(said, [rent])).toEqual([said, [4]]);
    const asked = "What should change about #4 pay the rent · today? For example: “friday”.";
    expect(built(asked, [rent])).toEqual([asked, [4]]);
  });

  it("leaves code and unknown numbers alone", () => {
    const code = "```\n- #4 pay the rent\n```";
    expect(built(code, [])).toEqual([code]);
    expect(built("There is no task #7.", [])).toEqual(["There is no task #7."]);
  });
});

describe("an answer of another model", () => {
  it("has rows in the place of lines that name what the tools gave", () => {
    const text =
      "You have two things:\n\n1. **Pay the rent** (#4) – due tomorrow, high\n2. [buy milk · 2 litres](/tasks?task=3)\n\nShall I go on?";
    expect(worded(text)).toEqual(["You have two things:", [4, 3], "\nShall I go on?"]);
    expect(worded("- [ ] دودھ لینا")).toEqual([[12]]);
  });

  it("keeps lines that say more, that name two tasks of one title, or none", () => {
    const lines = [
      "- Pay the rent. I moved it to Friday, since the bank is closed.",
      "- Before you pay the rent, call the bank",
      "- pay the rental car",
      `- Pay the rent ${"and so on ".repeat(8)}`,
      "- Pay the rent\n  because it is late",
      "Pay the rent",
    ];
    for (const line of lines) expect(worded(line)).toEqual([line.trimEnd()]);
    const twins = [rent, { id: 5, title: "Pay the rent" }];
    expect(worded("- Pay the rent", twins)).toEqual(["- Pay the rent"]);
    expect(worded("- Pay the rent (#5)", twins)).toEqual([[5]]);
  });
});

describe("the tasks of an answer", () => {
  const call = (name: string, args: object, result: object): MessagePart => ({
    type: "tool_call",
    id: name,
    name,
    arguments: { ...args },
    result: { ...result },
    status: "completed",
  });
  const wire = (task: { id: number; title: string }) => ({ ...task, completed: false }) as WireTask;

  it("are those it says it shows, else those of the tools, without what was deleted", () => {
    const listed = call("list_tasks", {}, { tasks: [wire(milk), wire(rent)] });
    const text: MessagePart = { type: "text", text: "…" };
    expect(answerTasks([listed, text], 1)).toEqual({ tasks: [milk, rent], exact: false });
    const shown = { ...text, shown: [rent, { id: 9, title: "" }] };
    expect(answerTasks([listed, shown], 1)).toEqual({ tasks: [rent], exact: true });
    const gone = call("delete_task", { id: 4 }, { task: wire(rent) });
    expect(answerTasks([listed, gone, text], 2).tasks).toEqual([milk]);
  });

  it("are bounded, those of the newest answers first", () => {
    const shown = Array.from({ length: SHOWN_MAX + 50 }, (_, at) => ({ id: at + 1, title: "x" }));
    const answer = (tasks: typeof shown, runId: string | null = "run") => {
      const parts: MessagePart[] = [{ type: "text", text: "", shown: tasks }];
      return { role: "assistant" as const, runId, parts };
    };
    const newest = answer([{ id: 9_999, title: "newest" }]);
    const ids = shownIds([answer(shown), newest]);
    expect(ids).toHaveLength(SHOWN_MAX);
    expect(ids[0]).toBe(9_999);
    // An imported answer counts in the numbers of another account.
    expect(shownIds([answer(shown, null), newest])).toEqual([9_999]);
  });
});
