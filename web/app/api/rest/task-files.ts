import { createHash } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import { onceByKey } from "#app/api/idempotency";
import type { AppContext } from "#app/app-context";
import { IMAGE_TYPES, TASK_FILES_MAX, TEXT_TYPE } from "#app/attachments/attachment";
import { addFile, putFile, removeFile } from "#app/tasks/files/change-files.server";
import { listFiles } from "#app/tasks/files/list-files.server";
import { getTask } from "#app/tasks/task/get-task.server";
import { FORM, readFile, toWire, wireAttachment } from "./attachments";
import { json, operation, route } from "./operation";
import { parseTaskNumber } from "./task-schemas";

const path = "/tasks/{id}/attachments";
const one = { description: "The file.", schema: wireAttachment };

/** Operations on the files of a task. */
export const taskFileOperations = {
  list: operation({
    id: "listTaskFiles",
    tag: "Tasks",
    method: "GET",
    path,
    summary: "List the files of a task",
    underUserId: true,
    responses: {
      200: {
        description: "In the order in which they were added.",
        schema: z.object({ attachments: z.array(wireAttachment) }),
      },
    },
  }),
  add: operation({
    id: "addTaskFile",
    tag: "Tasks",
    method: "POST",
    path,
    summary: "Upload a file to a task",
    description: `A form with one \`file\`, as for messages; at most ${TASK_FILES_MAX} a task. The occurrences of a task that repeats share its files.`,
    underUserId: true,
    bodyTypes: [FORM],
    fileTypes: [...IMAGE_TYPES, TEXT_TYPE],
    idempotent: true,
    responses: { 201: one },
    problems: [413, 415, 422],
  }),
  put: operation({
    id: "putTaskFile",
    tag: "Tasks",
    method: "PUT",
    path: `${path}/{attachment_id}`,
    summary: "Put a file on a task",
    description:
      "One that was uploaded before, sent with a message, or taken off a task within a day.",
    underUserId: true,
    responses: { 200: one },
    problems: [422],
  }),
  remove: operation({
    id: "removeTaskFile",
    tag: "Tasks",
    method: "DELETE",
    path: `${path}/{attachment_id}`,
    summary: "Take a file off a task",
    description:
      "It can be put back for a day. Then it is deleted, unless a message or another task has it.",
    underUserId: true,
    responses: { 204: { description: "Taken off." } },
  }),
};

/** Routes of {@link taskFileOperations}. */
export function taskFileRoutes(app: AppContext): Hono {
  const { db, config } = app;
  const routes = new Hono();
  route(routes, app, taskFileOperations.list, async ({ caller: { user }, param }) => {
    const { id } = await getTask(db, user.id, parseTaskNumber(param("id")));
    return json({ attachments: (await listFiles(db, user.id, id)).map(toWire) });
  });
  route(routes, app, taskFileOperations.add, async ({ caller: { user }, param, request }) => {
    const id = parseTaskNumber(param("id"));
    const file = await readFile(request);
    const content = new Uint8Array(await file.arrayBuffer());
    const digest = createHash("sha256").update(content).digest("hex");
    return onceByKey(app, user.id, request, [file.name, digest], async (tx) => ({
      status: 201,
      body: toWire(await addFile(tx, config, user.id, id, { name: file.name, content })),
    }));
  });
  route(routes, app, taskFileOperations.put, async ({ caller: { user }, param }) =>
    json(toWire(await putFile(db, user.id, parseTaskNumber(param("id")), param("attachment_id")))),
  );
  route(routes, app, taskFileOperations.remove, async ({ caller: { user }, param }) => {
    await removeFile(db, user.id, parseTaskNumber(param("id")), param("attachment_id"));
    return new Response(null, { status: 204 });
  });
  return routes;
}
