import { afterAll, beforeAll } from "vitest";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import type { Actor, Task } from "#app/tasks/task/task";
import { createTestApi, type TestApi } from "#testing/test-app";
import { exportTasks } from "../export-tasks.server";
import { assertAllValid, insertTasks, readTasks } from "../import-tasks.server";
import type { Format } from "../transfer";

/** Starts an app for the tests of a file, with people who export and import. */
export function transferPeople() {
  let api: TestApi;
  let userCount = 0;

  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  /** Imports a text as the API does. */
  async function importTasks(actor: Actor, format: Format, text: string): Promise<number> {
    const { db, workers } = api.app;
    const bytes = new TextEncoder().encode(text);
    const input = { format, bytes, timeZone: actor.timeZone, now: new Date() };
    const read = await readTasks(workers, actor.userId, input);
    assertAllValid(read);
    await insertTasks(db, db, actor, read);
    return read.tasks;
  }

  async function exportText(userId: string, format: Format): Promise<string> {
    let text = "";
    for await (const piece of exportTasks(api.app.db, userId, format)) text += piece;
    return text;
  }

  async function createActor(): Promise<Actor> {
    userCount += 1;
    const id = `person${userCount}`;
    await api.app.db.user.create({ data: { id, name: id, email: `${id}@example.com` } });
    return { userId: id, by: "api", timeZone: "Asia/Karachi" };
  }

  async function tasksOf({ userId }: Actor): Promise<Task[]> {
    return (await listTasks(api.app.db, userId, { sort: "number", limit: 100 }, "UTC")).tasks;
  }

  return {
    app: () => api.app,
    db: () => api.app.db,
    ...{ importTasks, exportText, createActor, tasksOf },
  };
}

/** An iCalendar of one VTODO with these lines. */
export const todo = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "BEGIN:VTODO", "SUMMARY:one", ...lines, "END:VTODO", "END:VCALENDAR"].join(
    "\r\n",
  );
