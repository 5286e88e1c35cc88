import { Hono } from "hono";
import { ARCHIVE_MAX } from "#app/archive/account-file";
import { exportAccount } from "#app/archive/export-account.server";
import { exportResponse } from "#app/archive/export-response";
import { importAccount } from "#app/archive/import-account.server";
import type { Karlo } from "#app/karlo.server";
import { authenticate } from "./authenticate";
import { limitBody } from "./limit-body";

/** Everything of a person as one file, out and back in. */
export function archiveRoutes(karlo: Karlo): Hono {
  return new Hono()
    .get("/export", async (c) => {
      const { user } = await authenticate(karlo, c.req.raw);
      return exportResponse(await exportAccount(karlo.db, user.id));
    })
    .post("/import", limitBody(ARCHIVE_MAX), async (c) => {
      const { user } = await authenticate(karlo, c.req.raw);
      return c.json(await importAccount(karlo, user.id, await c.req.text()));
    });
}
