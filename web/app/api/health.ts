import { Hono } from "hono";
import type { AppContext } from "#app/app-context";

/** `/health`: the process is alive. `/ready`: it is not draining and the database is migrated. */
export function healthRoutes({ readiness, draining }: AppContext): Hono {
  return new Hono()
    .get("/health", (c) => c.json({ status: "ok" }))
    .get("/ready", async (c) => {
      if (draining.aborted) return c.json({ status: "closing" }, 503);
      const current = await readiness();
      return c.json(current, current.status === "ok" ? 200 : 503);
    });
}
