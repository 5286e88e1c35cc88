// npm run restore FILE [STACK] [-- --yes]: replaces the data of a running stack with that of a dump.
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { goOn } from "./ask.ts";
import { command, say } from "./command.ts";
import { sendDump, withDumps } from "./dump-files.ts";
import { Kubectl } from "./kubectl.ts";
import { Refusal } from "./refusal.ts";
import { awaitJob, createJob, jobName } from "./run-job.ts";
import { Stack } from "./stack.ts";

await command(
  { usage: "npm run restore FILE [STACK] [-- --yes]", file: true, yes: true },
  async ({ file: named, stack, yes }) => {
    const file = path.resolve(process.env.INIT_CWD ?? ".", named);
    await checkDump(file);
    const { context, namespace, app } = await new Stack(stack).outputs();
    const kubectl = new Kubectl(context, namespace);
    await kubectl.reach();
    await goOn(
      `This replaces all data of stack ${stack} with that of ${named}. Go on?`,
      yes,
      `npm run restore ${named} ${stack} -- --yes`,
    );
    say(`sending ${named} ...`);
    await withDumps(kubectl, app, (pod) => sendDump(kubectl, pod, file));
    const name = jobName(`${app}-restore`);
    await createJob(kubectl, `${app}-restore`, name);
    await awaitJob(kubectl, name, ["restore", "migrate"], say);
    console.log(`Stack ${stack} has the data of ${named}.`);
  },
);

/** @throws Refusal when it is no dump in PostgreSQL's custom format */
async function checkDump(file: string): Promise<void> {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(5), 0, 5, 0);
  await handle.close();
  if (buffer.toString("latin1") !== "PGDMP")
    throw new Refusal(`${file} is no dump that npm run backup made.`);
}
