// The baseline of the API: Hono and pg only, with the same authenticated operations on the same
// database, without validation, history, error handling or headers.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 3 });
const jwks = (await (
  await fetch(`${process.env.PUBLIC_URL}/api/auth/jwks`)
).json()) as JSONWebKeySet;
const keys = createLocalJWKSet(jwks);

const COLUMNS = `number AS id, title, description, priority, category, due_at, recurrence,
  completed_at IS NOT NULL AS completed, completed_at, created_at, updated_at, version`;

async function userOf(authorization: string | undefined): Promise<string> {
  const { payload } = await jwtVerify(authorization?.slice(7) ?? "", keys);
  const { rows } = await pool.query('SELECT * FROM "user" WHERE id = $1', [payload.sub]);
  return rows[0].id;
}

const app = new Hono()
  .get("/", (c) => c.text("ok"))
  .get("/tasks", async (c) => {
    const user = await userOf(c.req.header("authorization"));
    const { rows } = await pool.query(
      `SELECT ${COLUMNS} FROM task WHERE user_id = $1 AND deleted_at IS NULL
       ORDER BY COALESCE(due_at, 'infinity'::timestamptz), number LIMIT $2`,
      [user, Number(c.req.query("limit")) + 1],
    );
    return c.json({ tasks: rows.slice(0, -1), next_cursor: null });
  })
  .get("/tasks/:id", async (c) => {
    const user = await userOf(c.req.header("authorization"));
    const { rows } = await pool.query(
      `SELECT ${COLUMNS} FROM task WHERE user_id = $1 AND number = $2 AND deleted_at IS NULL`,
      [user, Number(c.req.param("id"))],
    );
    return c.json(rows[0]);
  })
  .post("/tasks", async (c) => {
    const user = await userOf(c.req.header("authorization"));
    const { title } = await c.req.json();
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      const { rows: numbers } = await client.query(
        'UPDATE "user" SET last_task_number = last_task_number + 1 WHERE id = $1 RETURNING last_task_number',
        [user],
      );
      const { rows } = await client.query(
        `INSERT INTO task (user_id, number, title) VALUES ($1, $2, $3) RETURNING ${COLUMNS}`,
        [user, numbers[0].last_task_number, title],
      );
      await client.query(
        `INSERT INTO task_change (user_id, task_number, actor, action, after)
         VALUES ($1, $2, 'api', 'created', $3)`,
        [user, rows[0].id, JSON.stringify(rows[0])],
      );
      await client.query("COMMIT");
      return c.json(rows[0], 201);
    } finally {
      client.release();
    }
  });

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "127.0.0.1" });
