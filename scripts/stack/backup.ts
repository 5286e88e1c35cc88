// npm run backup [STACK]: runs the backup job now and copies the dump to backups/.
import path from "node:path";
import { logProgress, runCommand } from "./command.ts";
import { Failure } from "./command-errors.ts";
import { fetchDump, withDumps } from "./dump-files.ts";
import { Kubectl } from "./kubectl.ts";
import { root } from "./programs.ts";
import { awaitJob, createJob, jobName } from "./run-job.ts";
import { Stack } from "./stack.ts";

await runCommand({ usage: "npm run backup [STACK]" }, async ({ stack }) => {
  const { context, namespace, app } = await new Stack(stack).outputs();
  const kubectl = new Kubectl(context, namespace);
  await kubectl.checkReachable();
  const name = jobName(`${app}-backup`);
  await createJob(kubectl, `${app}-backup`, name);
  const log = await awaitJob(kubectl, name, ["backup"], logProgress);
  const [, dump, sha256] = /backup complete: (\S+\.dump),.* sha256 ([0-9a-f]{64})/.exec(log) ?? [];
  if (!dump || !sha256) throw new Failure(`${name} named no dump: kubectl logs job/${name}`);
  const file = path.join(root, "backups", dump);
  await withDumps(kubectl, app, (pod) => fetchDump(kubectl, pod, dump, sha256, file));
  console.log(path.relative(process.cwd(), file));
});
