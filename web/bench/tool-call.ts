// The overhead of an in-process tool call over a direct call of its function: protocol, validation of
// input and output, and the wrapper for the agents SDK.
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { median, report } from "./measure.ts";
import { signUp } from "./people.ts";
import { startKarlo } from "./process.ts";

const web = path.resolve(import.meta.dirname, "..");
const CALLS = 300;
const WARM_UP = 50;

// Resolves imports as the build does: the #app alias and missing extensions.
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
const { openDatabase } = await load("platform/database/open-database");
const { createLogger } = await load("platform/log");
const { asPerson } = await load("platform/database/as-person");
const { createTask } = await load("tasks/task/create-task.server");
const { getTask } = await load("tasks/task/get-task.server");
const { openTools } = await load("assistant/tools.server");

const karlo = await startKarlo();
const { id: userId } = await signUp("caller");
const { db, close } = openDatabase(process.env.DATABASE_URL, 5);
const actor = { userId, by: "assistant", timeZone: "UTC", runId: crypto.randomUUID() };
const noop = async () => {};
const journal = {
  outcome: () => undefined,
  approved: () => undefined,
  started: noop,
  completed: noop,
  abort: () => {},
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
const cases = {
  create_task: [
    call("create_task", input),
    () => asPerson(db, userId, (tx: unknown) => createTask(tx, actor, input)),
  ],
  get_task: [
    call("get_task", { id: 1 }),
    () => asPerson(db, userId, (tx: unknown) => getTask(tx, userId, 1)),
  ],
} as const;

for (const [name, pair] of Object.entries(cases)) {
  const times: number[][] = [[], []];
  for (let round = -WARM_UP; round < CALLS; round += 1) {
    for (const [index, call] of pair.entries()) {
      const start = performance.now();
      await call();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  const [tool = 0, sql = 0] = times.map(median);
  const detail = `${sql.toFixed(2)} ms of SQL`;
  report(`${name}, over its SQL`, tool - sql, { max: 2, unit: "ms", detail });
}
await opened.close();
await close();
karlo.stop();
await karlo.exited;
