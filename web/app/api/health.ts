import { Hono } from "hono";
import type { AppContext } from "#app/app-context";

/** What keeps nobody from reading: a pod that is taken out of service for it would show nothing at all. */
const READABLE = new Set(["ok", "no writes"]);

/**
 * `/health`: the process is alive. `/ready`: it is not draining, and the database is migrated and can be
 * written. `/ready?for=traffic`, of the readiness probe, does not ask for writes: while the disk of the
 * database is full, people read their tasks and are told why they cannot change them.
 */
export function healthRoutes({ readiness, draining }: AppContext): Hono {
  return new Hono()
    .get("/health", (c) => c.json({ status: "ok" }))
    .get("/ready", async (c) => {
      if (draining.aborted) return c.json({ status: "closing" }, 503);
      const current = await readiness();
      const serves =
        c.req.query("for") === "traffic" ? READABLE.has(current.status) : current.status === "ok";
      return c.json(current, serves ? 200 : 503);
    });
}
