// The test of `helm test`: signs up, adds and reads a task, has the assistant add another, reads its
// events, and deletes the account. Reads URL and the app's environment.
import { randomUUID } from "node:crypto";

const { URL: base, MODEL_PROVIDER, REQUIRE_EMAIL_VERIFICATION } = process.env;
const id = randomUUID();
const email = `helm-test-${id}@example.com`;
const password = randomUUID();
let token;

/** Sends a request; throws unless the response has the expected status. */
async function send(step, method, path, { status, json, form, headers } = {}) {
  const response = await fetch(base + path, {
    method,
    redirect: "manual",
    signal: AbortSignal.timeout(60_000),
    headers: {
      ...(json && { "content-type": "application/json" }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: json ? JSON.stringify(json) : form && new URLSearchParams(form),
  });
  if (response.status !== status)
    throw new Error(
      `${step}: ${method} ${path} answered ${response.status} instead of ${status}: ${(await response.text()).slice(0, 500)}`,
    );
  console.log(`ok: ${step}`);
  return response;
}

function expect(message, condition, actual) {
  if (!condition) throw new Error(`${message}: ${JSON.stringify(actual).slice(0, 500)}`);
}

async function useKarlo() {
  const task = await (
    await send("add a task", "POST", "/api/v1/tasks", {
      status: 201,
      json: { title: `Test ${id}` },
    })
  ).json();
  const { tasks } = await (
    await send("list tasks", "GET", "/api/v1/tasks", { status: 200 })
  ).json();
  expect(
    "the list lacks the task",
    tasks.some((one) => one.id === task.id),
    tasks,
  );

  const body = { message: "add a task: water the plants tomorrow" };
  const answer = await (
    await send("ask the assistant", "POST", "/api/v1/chat", { status: 200, json: body })
  ).json();
  expect("the assistant did not finish", answer.status === "completed", answer);
  if (MODEL_PROVIDER === "builtin")
    expect("the assistant added nothing", answer.tool_calls[0]?.name === "create_task", answer);

  const events = `/api/v1/runs/${answer.run_id}/events`;
  const stream = await (await send("follow its events", "GET", events, { status: 200 })).text();
  expect("the events have no end", stream.includes("event: run.completed"), stream);
}

/** Deleting an account needs a session; a token is refused. */
async function deleteAccount() {
  token = undefined;
  const session = await send("sign in", "POST", "/api/auth/sign-in/email", {
    status: 200,
    json: { email, password },
  });
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const form = { intent: "delete", current: password };
  await send("delete the account", "POST", "/profile", { status: 303, form, headers: { cookie } });
}

try {
  await send("ready", "GET", "/ready", { status: 200 });
  if (REQUIRE_EMAIL_VERIFICATION === "true") {
    console.log("No more was tested: a new account has to confirm its e-mail address here first.");
  } else {
    const account = { name: "Helm test", email, password };
    const person = await send("sign up", "POST", "/api/v1/auth/signup", {
      status: 201,
      json: account,
    });
    ({ token } = await person.json());
    try {
      await useKarlo();
    } finally {
      await deleteAccount();
    }
    console.log("Karlo works.");
  }
} catch (error) {
  console.error(`FAILED at ${base}: ${error.message}${error.cause ? ` (${error.cause})` : ""}`);
  process.exitCode = 1;
}
