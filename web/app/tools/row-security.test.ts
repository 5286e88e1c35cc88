import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asPerson } from "#app/platform/database/as-person";
import type { Db } from "#app/platform/database/database";
import { getTask } from "#app/tasks/task/get-task.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

// Every query here omits the user or names another one: only row-level security is left.
let api: TestApi;
let amna: TestPerson;
let bilal: TestPerson;
const asAmna = <T>(query: (tx: Db) => Promise<T>) => asPerson(api.app.db, amna.id, query);

beforeAll(async () => {
  api = await createTestApi();
  [amna, bilal] = [await api.signUp(), await api.signUp("Bilal")];
  await amna.call("POST", "/api/v1/tasks", { title: "Amna's" });
  await bilal.call("POST", "/api/v1/tasks", { title: "Bilal's" });
  for (const person of [amna, bilal]) {
    await person.call("POST", "/api/v1/chat", { message: `hello from ${person.id}` });
  }
});
afterAll(() => api.close());

describe("the rows that tools reach, without any check of the app", () => {
  it("are of one person in every read", async () => {
    await asAmna(async (tx) => {
      expect((await tx.task.findMany()).map(({ title }) => title)).toEqual(["Amna's"]);
      expect((await tx.taskChange.findMany()).every(({ userId }) => userId === amna.id)).toBe(true);
      expect(await tx.conversation.count()).toBe(1);
      expect(JSON.stringify(await tx.message.findMany({ select: { parts: true } }))).not.toContain(
        bilal.id,
      );
      expect(await tx.user.findMany({ select: { id: true } })).toEqual([{ id: amna.id }]);
      expect(await tx.run.findMany({ select: { userId: true, language: true } })).toEqual([
        { userId: amna.id, language: "en" },
      ]);
    });
  });

  it("are of one person in every write", async () => {
    const changed = await asAmna((tx) => tx.task.updateMany({ data: { title: "taken" } }));
    expect(changed.count).toBe(1);
    expect((await getTask(api.app.db, bilal.id, 1)).title).toBe("Bilal's");
    const forged = { userId: bilal.id, number: 99, title: "forged" };
    await expect(asAmna((tx) => tx.task.create({ data: forged }))).rejects.toThrow(/row-level/);
    const reassigned = asAmna((tx) =>
      tx.task.updateMany({ data: { userId: bilal.id, number: 98 } }),
    );
    await expect(reassigned).rejects.toThrow(/row-level/);
  });

  it("are of one person when a call names another", async () => {
    const forged = { userId: bilal.id, by: "assistant", timeZone: "UTC" } as const;
    const edit = asAmna((tx) => updateTask(tx, forged, 1, { title: "forged" }));
    await expect(edit).rejects.toMatchObject({ code: "task_not_found" });
  });

  it("hold no secrets, and cannot be deleted permanently", async () => {
    const denied = /permission denied/;
    for (const table of ["account", "session", "jwks", "refresh_token", "verification"]) {
      const read = asAmna((tx) => tx.$queryRawUnsafe(`SELECT 1 FROM ${table}`));
      await expect(read, table).rejects.toThrow(denied);
    }
    await expect(asAmna((tx) => tx.user.findMany())).rejects.toThrow(denied);
    await expect(asAmna((tx) => tx.run.findMany())).rejects.toThrow(denied);
    // Only an unedited next occurrence of a recurring task may be deleted; there is none.
    expect((await asAmna((tx) => tx.task.deleteMany())).count).toBe(0);
    await expect(asAmna((tx) => tx.message.deleteMany())).rejects.toThrow(denied);
  });

  it("are none without a person, and all again after the call", async () => {
    expect(await asPerson(api.app.db, "", (tx) => tx.task.count())).toBe(0);
    expect(await api.app.db.task.count()).toBe(2);
    await api.app.db.$transaction(async (tx) => {
      expect(await asPerson(tx as Db, amna.id, (personTx) => personTx.task.count())).toBe(1);
      expect(await tx.task.count()).toBe(2);
    });
  });

  it("suffice for the assistant to take back what it did", async () => {
    const said = async (message: string) =>
      (await amna.call("POST", "/api/v1/chat", { message })).json();
    await said("add water the cactus");
    expect(await said("undo that")).toMatchObject({
      tool_calls: [{ name: "undo_last", result: { tasks: [{ title: "water the cactus" }] } }],
    });
  });
});
