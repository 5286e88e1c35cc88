import { Hono } from "hono";
import { z } from "zod";
import { callerLanguage, toActor } from "#app/api/authenticate";
import { onceByKey } from "#app/api/idempotency";
import { withProgress } from "#app/api/progress-stream";
import type { AppContext } from "#app/app-context";
import { momentOutput } from "#app/platform/documented";
import { AppError } from "#app/platform/errors";
import { digestOf } from "#app/platform/idempotency";
import { streamText } from "#app/platform/stream-text";
import type { CountBytes } from "#app/platform/turns";
import { wireTaskSchema } from "#app/tasks/task/wire-task";
import { exportTasks } from "#app/tasks/transfer/export-tasks.server";
import {
  assertAllValid,
  type ImportOptions,
  insertTasks,
  readTasks,
} from "#app/tasks/transfer/import-tasks.server";
import { FORMATS, IMPORT_ROWS_MAX, MEDIA_TYPES, transferRow } from "#app/tasks/transfer/transfer";
import { countExport, countImport, readUpload } from "#app/tasks/transfer/transfer-limits.server";
import { operation, route } from "./operation";

const mediaTypes = Object.values(MEDIA_TYPES);
const exportQuery = z.strictObject({
  format: z.enum(FORMATS, { error: `one of ${FORMATS.join(", ")}` }).default("json"),
});

const {
  updated_at: _updated,
  version: _version,
  completed: _completed,
  ...kept
} = wireTaskSchema.shape;
const wireExport = z
  .object({
    exported_at: momentOutput(),
    tasks: z.array(z.object(kept).meta({ id: "ExportedTask" })),
  })
  .meta({ id: "TaskExport" });

const wireImport = z
  .object({
    imported: z.int().describe("How many tasks."),
    left_out: z
      .array(
        z
          .object({
            row: z.int(),
            title: z.string(),
            names: z.array(z.string()).describe("The properties that it lost."),
          })
          .meta({ id: "LeftOut" }),
      )
      .optional()
      .describe("Tasks of a calendar that lost something that no task has, such as LOCATION."),
    not_tasks: z
      .record(z.string(), z.int())
      .optional()
      .describe("What a calendar holds beside tasks, such as VEVENT, and how many of each."),
  })
  .meta({ id: "TaskImport", examples: [{ imported: 2 }] });

/** A file of each format, as it is exported and imported. */
const examples = {
  [MEDIA_TYPES.json]: { tasks: [{ title: "buy milk", due_at: "2026-12-31", priority: "high" }] },
  [MEDIA_TYPES.csv]: "title,due_at,priority\r\nbuy milk,2026-12-31,high\r\n",
  [MEDIA_TYPES.ics]: [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VTODO", "UID:1"],
    ...["SUMMARY:buy milk", "DUE;VALUE=DATE:20261231", "END:VTODO", "END:VCALENDAR", ""],
  ].join("\r\n"),
};

/** Export and import of tasks as files. */
export const transferOperations = {
  export: operation({
    id: "exportTasks",
    tag: "Tasks",
    method: "GET",
    path: "/tasks/export",
    summary: "Export all tasks as a file",
    description: "JSON, CSV that is safe in spreadsheets, or iCalendar. Excludes the trash.",
    underUserId: true,
    query: exportQuery,
    responses: {
      200: {
        description: "The file.",
        schema: wireExport,
        mediaTypes: mediaTypes.filter((type) => type !== MEDIA_TYPES.json),
        examples,
      },
    },
    problems: [422, 429],
  }),
  import: operation({
    id: "importTasks",
    tag: "Tasks",
    method: "POST",
    path: "/tasks/import",
    summary: "Import tasks from a file",
    description: `All or none, at most ${IMPORT_ROWS_MAX}, with new numbers. Errors name row and field.`,
    underUserId: true,
    bodyTypes: mediaTypes,
    bodyJson: z
      .looseObject({
        tasks: z.array(transferRow("UTC", new Date(0)).meta({ id: "FileTask" })),
      })
      .meta({ id: "TaskFile" }),
    bodyExamples: examples,
    idempotent: true,
    responses: { 201: { description: "What was imported.", schema: wireImport } },
    problems: [408, 413, 415, 422, 429, 503],
  }),
};

/** Routes of {@link transferOperations}. */
export function transferRoutes(app: AppContext): Hono {
  const routes = new Hono();

  route(routes, app, transferOperations.export, async ({ caller: { user }, query: { format } }) => {
    const day = new Date().toISOString().slice(0, 10);
    const charset = format === "json" ? "" : "; charset=utf-8";
    await countExport(app, user.id);
    return new Response(streamText(exportTasks(app.db, user.id, format)), {
      headers: {
        "content-type": MEDIA_TYPES[format] + charset,
        "content-disposition": `attachment; filename="karlo-tasks-${day}.${format}"`,
        "cache-control": "no-store",
      },
    });
  });

  route(routes, app, transferOperations.import, async ({ caller, request, context }) => {
    const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
    const format = FORMATS.find((name) => MEDIA_TYPES[name] === type);
    if (!format) {
      const values = { expected: mediaTypes.join(", "), received: type ?? "nothing" };
      throw new AppError("unsupported_media_type", 415, { values });
    }
    const actor = toActor(caller);
    const { userId, timeZone } = actor;
    await countImport(app, userId);
    const importOnce = async (bytes: Uint8Array<ArrayBuffer>, options: ImportOptions) => {
      const input = { format, bytes, timeZone, now: new Date() };
      const read = await readTasks(app.workers, userId, input, options);
      assertAllValid(read);
      return onceByKey(app, userId, request, [format, await digestOf(bytes)], async (tx) => {
        await insertTasks(app.db, tx, actor, read, options);
        const { tasks: imported, leftOut, others } = read;
        return {
          status: 201,
          body: {
            imported,
            ...(leftOut.length > 0 && { left_out: leftOut }),
            ...(Object.keys(others).length > 0 && { not_tasks: others }),
          },
        };
      });
    };
    const language = callerLanguage(context);
    return withProgress(request, { language, log: app.log }, (options) => {
      const work = (bytes: Uint8Array<ArrayBuffer>) => importOnce(bytes, options);
      const read = (count: CountBytes) => readUpload(request, count);
      return app.turns.take(userId, { read, work }, options.signal);
    });
  });

  return routes;
}
