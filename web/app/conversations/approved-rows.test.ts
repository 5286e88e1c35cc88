import { expect, it } from "vitest";
import type { WireTask } from "#app/tasks/task";
import { answerWithout, rowAnswer } from "./approved-rows";
import type { Approval } from "./message";

const task = (id: number) => ({ id, title: `task ${id}` }) as WireTask;
const call = (id: string, tool: string, ...ids: number[]): Approval => {
  return { id, tool, arguments: {}, before: ids.map(task), after: [] };
};

it("says an answer as short as it can be said", () => {
  const one = call("a", "delete_task", 1);
  const many = call("b", "bulk_update", 2, 3);
  expect(rowAnswer(one, task(1))).toBe("a");
  expect(rowAnswer(many, task(3))).toBe("b#3");
  const without = (...left: string[]) => answerWithout([one, many], new Set(left));
  expect(without()).toEqual({ approve: ["a", "b"], reject: [] });
  expect(without("b#2")).toEqual({ approve: ["a", "b#3"], reject: ["b#2"] });
  expect(without("a", "b#2", "b#3")).toEqual({ approve: [], reject: ["a", "b"] });
});
