import { Hono } from "hono";
import { z } from "zod";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { exportTasks } from "#app/tasks/export-tasks.server";
import { importTasks } from "#app/tasks/import-tasks.server";
import { FORMATS, IMPORT_ROWS_MAX, MEDIA_TYPES } from "#app/tasks/transfer";
import { toActor } from "./authenticate";
import { onceByKey } from "./idempotency";
import { operation, route } from "./operation";

const mediaTypes = Object.values(MEDIA_TYPES);
const exportQuery = z.strictObject({
  format: z.enum(FORMATS, { error: `one of ${FORMATS.join(", ")}` }).default("json"),
});

/** Tasks as files. */
export const transferOperations = {
  export: operation({
    id: "exportTasks",
    tag: "Tasks",
    method: "GET",
    path: "/tasks/export",
    summary: "Take every task out as one file",
    description: "JSON, CSV that is safe in a spreadsheet, or iCalendar. The trash is not in it.",
    named: true,
    query: exportQuery,
    answers: { 200: { description: "The file.", mediaTypes } },
    problems: [422],
  }),
  import: operation({
    id: "importTasks",
    tag: "Tasks",
    method: "POST",
    path: "/tasks/import",
    summary: "Bring tasks in from a file",
    description: `All of them or none, at most ${IMPORT_ROWS_MAX}, under new numbers. What is wrong is named by row and field.`,
    named: true,
    bodyTypes: mediaTypes,
    idempotent: true,
    answers: {
      201: { description: "How many came.", schema: z.object({ imported: z.int() }) },
    },
    problems: [413, 415, 422],
  }),
};

/** Export and import over HTTP. */
export function transferRoutes(karlo: Karlo): Hono {
  const routes = new Hono();

  route(routes, karlo, transferOperations.export, async ({ who: { user }, query: { format } }) => {
    const day = new Date().toISOString().slice(0, 10);
    const charset = format === "json" ? "" : "; charset=utf-8";
    return new Response(await exportTasks(karlo.db, user.id, format), {
      headers: {
        "content-type": MEDIA_TYPES[format] + charset,
        "content-disposition": `attachment; filename="karlo-tasks-${day}.${format}"`,
        "cache-control": "no-store",
      },
    });
  });

  route(routes, karlo, transferOperations.import, async ({ who, request }) => {
    const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
    const format = FORMATS.find((name) => MEDIA_TYPES[name] === type);
    if (!format) {
      const values = { expected: mediaTypes.join(", "), received: type ?? "nothing" };
      throw new AppError("unsupported_media_type", 415, { values });
    }
    const text = await request.text();
    return onceByKey(karlo, who.user.id, request, [format, text], async (tx) => ({
      status: 201,
      body: { imported: await importTasks(tx, toActor(who), format, text) },
    }));
  });

  return routes;
}
