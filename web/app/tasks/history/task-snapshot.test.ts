import { expect, it } from "vitest";
import { toWire } from "#app/tasks/task/wire-task";
import { taskOf } from "#app/tasks/testing/task-of";
import { readSnapshot } from "./task-snapshot";

const task = taskOf({ id: 3, title: "pay rent", priority: "high", dueAt: "2026-11-27" });

it("reads a recorded task, also with missing and unknown members", () => {
  expect(readSnapshot(toWire(task))).toEqual(toWire(task));
  expect(readSnapshot({ title: "pay rent", color: "red" })).toEqual({ title: "pay rent" });
});

it.each([null, 3, "task", [], { title: 3 }, { priority: "urgent" }])("reads %j as null", (json) =>
  expect(readSnapshot(json)).toBeNull(),
);
