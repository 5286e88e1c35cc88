// npm run restore FILE [STACK] [-- --yes]: replaces the data of a running stack by that of a dump.
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { logProgress, runCommand } from "./command.ts";
import { Refusal } from "./command-errors.ts";
import { confirm } from "./confirm.ts";
import { sendDump, withDumps } from "./dump-files.ts";
import { Kubectl } from "./kubectl.ts";
import { awaitJob, createJob, jobName } from "./run-job.ts";
import { Stack } from "./stack.ts";

await runCommand(
  { usage: "npm run restore FILE [STACK] [-- --yes]", file: true, yes: true },
  async ({ file: named, stack, yes }) => {
    const file = path.resolve(process.env.INIT_CWD ?? ".", named);
    await checkDump(file);
    const { context, namespace, app } = await new Stack(stack).outputs();
    const kubectl = new Kubectl(context, namespace);
    await kubectl.checkReachable();
    await confirm(
      `This replaces all data of stack ${stack} with that of ${named}. Go on?`,
      yes,
      `npm run restore ${named} ${stack} -- --yes`,
    );
    logProgress(`sending ${named} ...`);
    await withDumps(kubectl, app, (pod) => sendDump(kubectl, pod, file));
    const name = jobName(`${app}-restore`);
    await createJob(kubectl, `${app}-restore`, name);
    await awaitJob(kubectl, name, ["restore", "migrate"], logProgress);
    console.log(`Stack ${stack} has the data of ${named}.`);
  },
);

/** @throws Refusal when the file is not a dump in PostgreSQL's custom format */
async function checkDump(file: string): Promise<void> {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(5), 0, 5, 0);
  await handle.close();
  if (buffer.toString("latin1") !== "PGDMP")
    throw new Refusal(`${file} is no dump that npm run backup made.`);
}
