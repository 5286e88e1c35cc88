import { Hono } from "hono";
import { originOf, recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { authenticate, callerLanguage } from "#app/api/authenticate";
import { limitBody } from "#app/api/limit-body";
import { withProgress } from "#app/api/progress-stream";
import type { AppContext } from "#app/app-context";
import { ARCHIVE_MAX } from "#app/archive/account-file";
import { exportAccount } from "#app/archive/export-account.server";
import { exportResponse } from "#app/archive/export-response";
import { importAccount } from "#app/archive/import-account.server";
import type { CountBytes } from "#app/platform/turns";
import { countExport, countImport, readUpload } from "#app/tasks/transfer/transfer-limits.server";
import { json } from "./operation";

/** Export and import of a whole account as one file. */
export function archiveRoutes(app: AppContext): Hono {
  return new Hono()
    .get("/export", async (c) => {
      const { user } = await authenticate(app, c.req.raw);
      await countExport(app, user.id);
      const origin = originOf(c.req.raw.headers);
      await recordSecurityEvent(app.db, { userId: user.id, type: "exported", ...origin });
      return exportResponse(exportAccount(app.db, user.id));
    })
    .post("/import", limitBody(ARCHIVE_MAX), async (c) => {
      const request = c.req.raw;
      const { user } = await authenticate(app, request);
      await countImport(app, user.id);
      const caller = { language: callerLanguage(c), log: app.log };
      return withProgress(request, caller, (options) => {
        const read = (count: CountBytes) => readUpload(request, count);
        const work = async (bytes: Uint8Array) =>
          json(await importAccount(app, user.id, bytes, options));
        return app.turns.take(user.id, { read, work }, options.signal);
      });
    });
}
