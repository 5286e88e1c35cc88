import { expect, it } from "vitest";
import type { Approval } from "#app/conversations/messages/message";
import type { WireTask } from "#app/tasks/task/wire-task";
import { answerId, approveExcept } from "./approved-rows";

const task = (id: number) => ({ id, title: `task ${id}` }) as WireTask;
const call = (id: string, tool: string, ...ids: number[]): Approval => {
  return { id, tool, arguments: {}, before: ids.map(task), after: [] };
};

it("names a whole call where all of its rows have the same answer", () => {
  const single = call("a", "delete_task", 1);
  const bulk = call("b", "bulk_update", 2, 3);
  expect(answerId(single, task(1))).toBe("a");
  expect(answerId(bulk, task(3))).toBe("b#3");
  const except = (...excluded: string[]) => approveExcept([single, bulk], new Set(excluded));
  expect(except()).toEqual({ approve: ["a", "b"], reject: [] });
  expect(except("b#2")).toEqual({ approve: ["a", "b#3"], reject: ["b#2"] });
  expect(except("a", "b#2", "b#3")).toEqual({ approve: [], reject: ["a", "b"] });
});
