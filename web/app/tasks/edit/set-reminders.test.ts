import { expect, it } from "vitest";
import type { Reminder } from "#app/tasks/task/reminder";
import { mergeReminders } from "./set-reminders.server";

const before = (...minutes: number[]): Reminder[] =>
  minutes.map((minutes_before) => ({ minutes_before }));
const at = (day: number): Reminder => ({ at: `2030-05-0${day}T04:00:00Z` });

it.each<[string, Reminder[] | null, Reminder[] | null, Reminder[] | null, Reminder[] | null]>([
  ["nothing meanwhile", before(5), before(5), before(5, 30), before(30, 5)],
  ["another one meanwhile", before(5, 60), before(5), before(5, 30), before(60, 30, 5)],
  ["the same one meanwhile", before(5, 30), before(5), before(5, 30), before(30, 5)],
  ["one removed here, one added there", before(5, 60), before(5), [], before(60)],
  ["one removed there, one added here", [], before(5), before(5, 30), before(30)],
  ["one removed on both", [], before(5), [], []],
  ["moments", [at(1), at(2)], [at(1)], [at(1), at(3)], [at(1), at(2), at(3)]],
  ["the default here", before(5, 60), before(5), null, null],
  ["the default there", null, before(5), before(5, 30), before(5, 30)],
  ["a list from the default", before(60), null, before(5), before(5)],
])("merges reminders: %s", (_, current, was, wanted, merged) => {
  expect(mergeReminders(current, was, wanted)).toEqual(merged);
});
