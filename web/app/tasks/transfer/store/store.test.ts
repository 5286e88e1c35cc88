import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTask } from "#app/tasks/task/create-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import type { Actor, Task } from "#app/tasks/task/task";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { importFile, previewFile } from "../import-file.server";
import { transferPeople } from "../testing/transfer-people";
import { listImports } from "./list-imports.server";
import { undoImport } from "./undo-import.server";

const people = transferPeople();
const { createActor, tasksOf } = people;

const choices = { partly: true };
const bring = (actor: Actor, text: string, name = "tasks.json") =>
  importFile(people.app(), actor, new File([text], name), choices);

interface Item {
  uuid: string;
  title: string;
  notes: string;
  deadline: string | null;
  status: "incomplete" | "completed";
  stop_date?: string;
}

/** A file of Things, whose to-dos have names of their own. */
const file = (items: Item[]): string =>
  JSON.stringify(items.map((item) => ({ type: "to-do", ...item })));

const item = fc.record<Item>({
  uuid: fc.uuid(),
  title: fc.constantFrom("buy milk", "call Sara", "خط لکھنا", "=1+1"),
  notes: fc.constantFrom("", "two litres", "line\nbreak"),
  deadline: fc.constantFrom(null, "2026-12-05", "2026-12-05 17:30", "tomorrow"),
  status: fc.constantFrom("incomplete", "completed"),
});
const items = fc.uniqueArray(item, {
  selector: ({ uuid }) => uuid,
  minLength: 1,
  maxLength: 6,
});

const comparable = ({ version: _, updatedAt: __, ...task }: Task) => task;
const listOf = async (actor: Actor) => (await tasksOf(actor)).map(comparable);

describe("a second import", () => {
  it("changes nothing when the file has not changed", async () => {
    await fc.assert(
      fc.asyncProperty(items, async (all) => {
        const actor = await createActor();
        await bring(actor, file(all));
        const before = await tasksOf(actor);
        const again = await bring(actor, file(all), "another name.json");
        expect(again).toMatchObject({ imported: 0, changed: 0, same: all.length, importId: null });
        expect(await tasksOf(actor)).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  it("changes what has changed in the file, and keeps what a person has changed here", async () => {
    const actor = await createActor();
    const one: Item = {
      uuid: "a",
      title: "one",
      notes: "",
      deadline: "2026-12-05",
      status: "incomplete",
    };
    const two: Item = { ...one, uuid: "b", title: "two" };
    await bring(actor, file([one, two]));
    await updateTask(people.db(), actor, 1, { description: "mine", priority: "high" });
    await deleteTask(people.db(), actor, 2);
    const three = { ...one, uuid: "c", title: "three" };
    const next = file([
      { ...one, title: "one more", status: "completed" },
      { ...two, title: "2" },
      three,
    ]);
    const preview = await previewFile(people.app(), actor, new File([next], "x"), choices);
    expect(preview).toMatchObject({ fresh: 1, changed: 1, same: 0, trashed: 1, source: "things" });
    const report = await bring(actor, next);
    expect(report).toMatchObject({ imported: 1, changed: 1, trashed: 1, firstNumber: 3 });
    expect(await tasksOf(actor)).toMatchObject([
      { id: 1, title: "one more", description: "mine", priority: "high", completed: true },
      { id: 3, title: "three", dueAt: "2026-12-05" },
    ]);
  });

  it("knows tasks without a name of their own by their list and title", async () => {
    const actor = await createActor();
    const list = (lines: string) => `# Home\n${lines}`;
    await bring(actor, list("- [ ] sweep\n- [ ] sweep\n- [ ] paint\n"), "a.md");
    const report = await bring(
      actor,
      list("- [x] paint\n- [ ] sweep\n- [ ] sweep\n- [ ] new\n"),
      "a.md",
    );
    expect(report).toMatchObject({ imported: 1, changed: 1, same: 2 });
    expect((await tasksOf(actor)).map(({ title, completed }) => [title, completed])).toEqual([
      ["sweep", false],
      ["sweep", false],
      ["paint", true],
      ["new", false],
    ]);
  });

  it("takes the same line of another list for another task", async () => {
    const actor = await createActor();
    const milk = "- [ ] milk\n";
    await bring(actor, milk, "monday.md");
    expect(await bring(actor, milk, "friday.md")).toMatchObject({ imported: 1, same: 0 });
    expect(await bring(actor, milk, "friday (2).md")).toMatchObject({ imported: 0, same: 1 });
  });

  it("is of one person and one source", async () => {
    const [amna, bilal] = [await createActor(), await createActor()];
    const text = "title,notes\nmilk,two\n";
    await bring(amna, text, "a.csv");
    expect(await bring(bilal, text, "a.csv")).toMatchObject({ imported: 1, firstNumber: 1 });
    expect(await bring(amna, "- [ ] milk\n", "a.md")).toMatchObject({
      imported: 1,
      firstNumber: 2,
    });
  });

  it("takes names that no database can store", async () => {
    const actor = await createActor();
    const one: Item = {
      uuid: "a\0\ud800",
      title: "a\0b\ud800",
      notes: "",
      deadline: null,
      status: "incomplete",
    };
    expect(await bring(actor, file([one]), "\ud800.json")).toMatchObject({ imported: 1 });
    expect(await bring(actor, file([one]), "\ud800.json")).toMatchObject({ same: 1 });
  });

  it("of many at once brings each task once", async () => {
    const actor = await createActor();
    const text = file([
      { uuid: "a", title: "once", notes: "", deadline: null, status: "incomplete" },
    ]);
    await Promise.all([bring(actor, text), bring(actor, text), bring(actor, text)]);
    expect(await tasksOf(actor)).toMatchObject([{ title: "once" }]);
  });
});

describe("undoing an import", () => {
  it("leaves exactly what was", async () => {
    await fc.assert(
      fc.asyncProperty(items, items, async (first, second) => {
        const actor = await createActor();
        await createTask(people.db(), actor, { title: "mine" });
        await bring(actor, file(first));
        const before = await listOf(actor);
        const kept = first
          .slice(0, 3)
          .map((one, n) => ({ ...one, title: `changed ${n}`, notes: "new" }));
        const { importId } = await bring(actor, file([...second, ...kept]));
        if (importId) {
          const undone = await undoImport(people.db(), actor, importId);
          expect(undone).toMatchObject({ trashed: 0, kept: 0 });
        }
        expect(await listOf(actor)).toEqual(before);
        // And the same file comes again as it came.
        const again = await bring(actor, file([...second, ...kept]));
        expect(again.importId === null).toBe(importId === null);
      }),
      { numRuns: 10 },
    );
  });

  it("loses nothing that a person has done since", async () => {
    const actor = await createActor();
    const items: Item[] = ["a", "b", "c"].map((uuid) => ({
      ...{ uuid, title: uuid, notes: "", deadline: null, status: "incomplete" },
    }));
    const first = await bring(actor, file(items));
    await updateTask(people.db(), actor, 1, { description: "typed" });
    const second = await bring(
      actor,
      file(items.map((item) => ({ ...item, notes: "of the file" })).slice(1)),
    );
    await toggleComplete(people.db(), actor, 2, true);
    expect(await undoImport(people.db(), actor, second.importId ?? "")).toEqual({
      ...{ removed: 0, trashed: 0, restored: 1, kept: 1 },
    });
    expect(await undoImport(people.db(), actor, first.importId ?? "")).toEqual({
      ...{ removed: 1, trashed: 2, restored: 0, kept: 0 },
    });
    expect(await tasksOf(actor)).toEqual([]);
    const trash = await people.db().task.findMany({ where: { userId: actor.userId } });
    expect(trash.map(({ description }) => description).sort()).toEqual(["of the file", "typed"]);
    expect(await listImports(people.db(), actor.userId)).toEqual([]);
  });

  it("is the person's own, and once", async () => {
    const [amna, bilal] = [await createActor(), await createActor()];
    const { importId } = await bring(amna, "- [ ] milk\n", "a.md");
    expect(await listImports(people.db(), amna.userId)).toMatchObject([
      { id: importId, source: "markdown", fileName: "a.md", created: 1, changed: 0 },
    ]);
    const undo = (actor: Actor) => undoImport(people.db(), actor, importId ?? "");
    await expect(undo(bilal)).rejects.toMatchObject({ code: "nothing_to_undo" });
    await undo(amna);
    await expect(undo(amna)).rejects.toMatchObject({ code: "nothing_to_undo" });
  });
});
