import { Hono } from "hono";
import { z } from "zod";
import { originOf, recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { callerLanguage } from "#app/api/authenticate";
import { onceKeyOf } from "#app/api/idempotency";
import { limitBody } from "#app/api/limit-body";
import { withProgress } from "#app/api/progress-stream";
import type { AppContext } from "#app/app-context";
import { ARCHIVE_FORMAT, ARCHIVE_MAX, ARCHIVE_VERSION } from "#app/archive/account-file";
import { exportAccount } from "#app/archive/export-account.server";
import { exportResponse } from "#app/archive/export-response";
import { importAccount } from "#app/archive/import-account.server";
import { momentOutput } from "#app/platform/documented";
import { digestOf } from "#app/platform/idempotency";
import type { CountBytes } from "#app/platform/turns";
import { countExport, countImport, readUpload } from "#app/tasks/transfer/transfer-limits.server";
import { json, operation, route } from "./operation";

/** A file may do without any of its lists. */
const items = z.array(z.looseObject({})).optional();

/** What a program has to know of a file: it is for Karlo to read. */
const wireAccount = z
  .strictObject({
    format: z.literal(ARCHIVE_FORMAT),
    version: z.literal(ARCHIVE_VERSION),
    exported_at: momentOutput(),
    account: z.looseObject({}),
    tasks: items,
    history: items,
    conversations: items,
    files: items,
  })
  .meta({ id: "AccountFile" });

/** The least that a file holds. */
export const exampleFile: z.input<typeof wireAccount> = {
  format: ARCHIVE_FORMAT,
  version: ARCHIVE_VERSION,
  exported_at: "2026-11-22T12:00:00.000Z",
  account: {
    name: "Amna",
    email: "amna@example.com",
    created_at: "2026-11-01T12:00:00.000Z",
    time_zone: "Asia/Karachi",
    locale: "ur",
    theme: "system",
    last_task_id: 0,
    last_conversation_id: 0,
  },
  tasks: [],
  history: [],
  conversations: [],
  files: [],
};

const wireCounts = z
  .object({ tasks: z.int(), conversations: z.int() })
  .meta({ id: "AccountImport", examples: [{ tasks: 120, conversations: 3 }] });

/** Export and import of a whole account as one file. */
export const archiveOperations = {
  export: operation({
    id: "exportAccount",
    tag: "Accounts",
    method: "GET",
    path: "/export",
    summary: "Export all data of the person as one file",
    description:
      "With the trash, the history, conversations and files. No token has a scope for it.",
    underUserId: false,
    responses: { 200: { description: "The file.", schema: wireAccount } },
    problems: [429],
  }),
  import: operation({
    id: "importAccount",
    tag: "Accounts",
    method: "POST",
    path: "/import",
    summary: "Import such a file",
    description:
      "All or nothing, beside what is there. In an empty account everything keeps its number. No token has a scope for it.",
    underUserId: false,
    bodyTypes: ["application/json"],
    bodyJson: wireAccount,
    bodyExamples: { "application/json": exampleFile },
    idempotent: true,
    responses: { 200: { description: "What was imported.", schema: wireCounts } },
    problems: [408, 413, 422, 429, 503],
  }),
};

/** Routes of {@link archiveOperations}. */
export function archiveRoutes(app: AppContext): Hono {
  const routes = new Hono();

  route(routes, app, archiveOperations.export, async ({ caller: { user }, request }) => {
    await countExport(app, user.id);
    const origin = originOf(request.headers);
    await recordSecurityEvent(app.db, { userId: user.id, type: "exported", ...origin });
    return exportResponse(exportAccount(app.db, user.id));
  });

  routes.use("/import", limitBody(ARCHIVE_MAX));
  route(routes, app, archiveOperations.import, async ({ caller: { user }, request, context }) => {
    await countImport(app, user.id);
    const language = callerLanguage(context);
    return withProgress(request, { language, log: app.log }, (options) => {
      const read = (count: CountBytes) => readUpload(request, count);
      const work = async (bytes: Uint8Array<ArrayBuffer>) => {
        const once = onceKeyOf(request, user.id, await digestOf(bytes));
        return json(await importAccount(app, user.id, bytes, { ...options, once }));
      };
      return app.turns.take(user.id, { read, work }, options.signal);
    });
  });

  return routes;
}
