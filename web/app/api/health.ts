import { Hono } from "hono";
import type { Karlo } from "#app/karlo.server";
import { createReadiness } from "#app/platform/readiness";

/** `/health`: the process answers. `/ready`: so does the database, and it has every migration. */
export function healthRoutes({ db, migrations, closing }: Karlo): Hono {
  const readiness = createReadiness(db, migrations);
  return new Hono()
    .get("/health", (c) => c.json({ status: "ok" }))
    .get("/ready", async (c) => {
      if (closing.aborted) return c.json({ status: "closing" }, 503);
      const now = await readiness();
      return c.json(now, now.status === "ok" ? 200 : 503);
    });
}
