// What an in-process call of a tool costs over the same work done by its function: the protocol, its
// checks of input and output, and the agents' wrapping.
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { median, show } from "./measure.ts";
import { signUp } from "./people.ts";
import { beginKarlo } from "./process.ts";

const web = path.resolve(import.meta.dirname, "..");
const CALLS = 300;
const WARM_UP = 50;

// The app names its modules as its build does.
registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL?.startsWith("file:") ? fileURLToPath(context.parentURL) : "";
    const file = specifier.startsWith("#app/")
      ? path.join(web, "app", specifier.slice(5))
      : specifier.startsWith(".")
        ? path.resolve(path.dirname(from), specifier)
        : "";
    return next(existsSync(`${file}.ts`) ? pathToFileURL(`${file}.ts`).href : specifier, context);
  },
});
const load = (module: string) => import(path.join(web, "app", `${module}.ts`));
const { openDatabase } = await load("platform/database");
const { createLogger } = await load("platform/log");
const { asPerson } = await load("platform/as-person");
const { createTask } = await load("tasks/create-task.server");
const { getTask } = await load("tasks/get-task.server");
const { openTools } = await load("assistant/tools.server");

const karlo = await beginKarlo();
const { id: userId } = await signUp("caller");
const { db, close } = openDatabase(process.env.DATABASE_URL, 5);
const actor = { userId, by: "assistant", timeZone: "UTC", runId: crypto.randomUUID() };
const nothing = async () => {};
const journal = {
  outcome: () => undefined,
  approved: () => undefined,
  started: nothing,
  completed: nothing,
  broke: () => {},
};
const opened = await openTools({ db, actor }, journal, createLogger("error"));
const { RunContext } = await import("@openai/agents");
const context = new RunContext();

interface Tool {
  name: string;
  invoke(context: unknown, input: string, details: object): Promise<unknown>;
}
const call = (name: string, input: object) => {
  const tool = opened.tools.find((one: Tool) => one.name === name) as Tool;
  return () => tool.invoke(context, JSON.stringify(input), { toolCall: { callId: "call" } });
};
const input = { title: "one more task to do" };
const works = {
  create_task: [
    call("create_task", input),
    () => asPerson(db, userId, (tx: unknown) => createTask(tx, actor, input)),
  ],
  get_task: [
    call("get_task", { id: 1 }),
    () => asPerson(db, userId, (tx: unknown) => getTask(tx, userId, 1)),
  ],
} as const;

for (const [name, pair] of Object.entries(works)) {
  const times: number[][] = [[], []];
  for (let turn = -WARM_UP; turn < CALLS; turn += 1) {
    for (const [index, work] of pair.entries()) {
      const start = performance.now();
      await work();
      if (turn >= 0) times[index]?.push(performance.now() - start);
    }
  }
  const [tool = 0, sql = 0] = times.map(median);
  const detail = `${sql.toFixed(2)} ms of SQL`;
  show(`${name}, over its SQL`, tool - sql, { most: 2, unit: "ms", detail });
}
await opened.close();
await close();
karlo.stop();
await karlo.ended;
