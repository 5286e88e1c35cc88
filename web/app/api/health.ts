import { Hono } from "hono";
import type { Karlo } from "#app/karlo.server";
import { pendingMigrations } from "#app/platform/migrate";

/** `/health`: the process answers. `/ready`: so does the database, and it has every migration. */
export function healthRoutes(karlo: Karlo): Hono {
  let migrated = false;

  return new Hono()
    .get("/health", (c) => c.json({ status: "ok" }))
    .get("/ready", async (c) => {
      if (karlo.closing.aborted) return c.json({ status: "closing" }, 503);
      try {
        await karlo.db.$queryRaw`SELECT 1`;
      } catch {
        return c.json({ status: "no database" }, 503);
      }
      const pending = migrated ? [] : await missing(karlo);
      migrated = pending.length === 0;
      return migrated ? c.json({ status: "ok" }) : c.json({ status: "migrating", pending }, 503);
    });
}

function missing({ db, migrations }: Karlo): Promise<string[]> {
  return pendingMigrations((sql) => db.$queryRawUnsafe(sql), migrations);
}
