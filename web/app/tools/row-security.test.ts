import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asPerson } from "#app/platform/as-person";
import type { Db } from "#app/platform/database";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
import { getTask } from "#app/tasks/get-task.server";
import { updateTask } from "#app/tasks/update-task.server";

// Every query here forgets whose rows it wants, or wants another's: what is left is PostgreSQL.
let api: TestApi;
let amna: TestPerson;
let bilal: TestPerson;
const asAmna = <T>(work: (tx: Db) => Promise<T>) => asPerson(api.karlo.db, amna.id, work);

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

describe("the rows that tools reach, with every check of ours left out", () => {
  it("are one person's, whatever is read", async () => {
    await asAmna(async (tx) => {
      expect((await tx.task.findMany()).map(({ title }) => title)).toEqual(["Amna's"]);
      expect((await tx.taskChange.findMany()).every(({ userId }) => userId === amna.id)).toBe(true);
      expect(await tx.conversation.count()).toBe(1);
      expect(JSON.stringify(await tx.message.findMany({ select: { parts: true } }))).not.toContain(
        bilal.id,
      );
      expect(await tx.user.findMany({ select: { id: true } })).toEqual([{ id: amna.id }]);
    });
  });

  it("are one person's, whatever is written", async () => {
    const changed = await asAmna((tx) => tx.task.updateMany({ data: { title: "taken" } }));
    expect(changed.count).toBe(1);
    expect((await getTask(api.karlo.db, bilal.id, 1)).title).toBe("Bilal's");
    const forged = { userId: bilal.id, number: 99, title: "forged" };
    await expect(asAmna((tx) => tx.task.create({ data: forged }))).rejects.toThrow(/row-level/);
    const given = asAmna((tx) => tx.task.updateMany({ data: { userId: bilal.id, number: 98 } }));
    await expect(given).rejects.toThrow(/row-level/);
  });

  it("are one person's when a tool is made to name another", async () => {
    const forged = { userId: bilal.id, by: "assistant", timeZone: "UTC" } as const;
    const edit = asAmna((tx) => updateTask(tx, forged, 1, { title: "forged" }));
    await expect(edit).rejects.toMatchObject({ code: "task_not_found" });
  });

  it("hold no secret, and none can be deleted for good", async () => {
    const denied = /permission denied/;
    for (const table of ["account", "session", "jwks", "refresh_token", "verification"]) {
      const read = asAmna((tx) => tx.$queryRawUnsafe(`SELECT 1 FROM ${table}`));
      await expect(read, table).rejects.toThrow(denied);
    }
    await expect(asAmna((tx) => tx.user.findMany())).rejects.toThrow(denied);
    // But an occurrence that nobody has touched.
    expect((await asAmna((tx) => tx.task.deleteMany())).count).toBe(0);
    await expect(asAmna((tx) => tx.message.deleteMany())).rejects.toThrow(denied);
  });

  it("are nobody's without a person, and the app's own again afterwards", async () => {
    expect(await asPerson(api.karlo.db, "", (tx) => tx.task.count())).toBe(0);
    expect(await api.karlo.db.task.count()).toBe(2);
    await api.karlo.db.$transaction(async (tx) => {
      expect(await asPerson(tx as Db, amna.id, (own) => own.task.count())).toBe(1);
      expect(await tx.task.count()).toBe(2);
    });
  });
});
