// The users of the benchmarks.
import pg from "pg";
import { url } from "./process.ts";

/** A user with the cookie of a browser and the token of an API client. */
export interface Person {
  id: string;
  cookie: string;
  token: string;
}

/** Signs up a user. */
export async function signUp(name: string): Promise<Person> {
  const signedUp = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({
      name,
      email: `${name}.${crypto.randomUUID()}@example.com`,
      password: "a quiet river at dawn",
    }),
  });
  const { user } = (await signedUp.json()) as { user: { id: string } };
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const issued = await fetch(`${url}/api/auth/token`, { headers: { cookie } });
  return { id: user.id, cookie, token: ((await issued.json()) as { token: string }).token };
}

/** Signs up a user with `count` tasks in ten categories, two thirds with a due date. */
export async function signUpWithTasks(name: string, count: number): Promise<Person> {
  const person = await signUp(name);
  const database = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await database.connect();
  await database.query(
    `INSERT INTO task (user_id, number, title, description, category, priority, due_at)
     SELECT $1, n, 'task number ' || n, 'what there is to say about it', 'category ' || n % 10,
       1 + n % 3, CASE WHEN n % 3 > 0 THEN '2026-11-01'::timestamptz + n * interval '1 hour' END
     FROM generate_series(1, $2::integer) AS n`,
    [person.id, count],
  );
  await database.query('UPDATE "user" SET last_task_number = $2 WHERE id = $1', [person.id, count]);
  await database.query("VACUUM ANALYZE task");
  await database.end();
  return person;
}
