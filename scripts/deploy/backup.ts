// npm run backup [STACK]: dumps the database now, as the schedule does, and copies the dump to backups/.
import path from "node:path";
import { command, say } from "./command.ts";
import { fetchDump, withDumps } from "./dump-files.ts";
import { Kubectl } from "./kubectl.ts";
import { root } from "./programs.ts";
import { Failure } from "./refusal.ts";
import { awaitJob, createJob, jobName } from "./run-job.ts";
import { Stack } from "./stack.ts";

await command({ usage: "npm run backup [STACK]" }, async ({ stack }) => {
  const { context, namespace, app } = await new Stack(stack).outputs();
  const kubectl = new Kubectl(context, namespace);
  await kubectl.reach();
  const name = jobName(`${app}-backup`);
  await createJob(kubectl, `${app}-backup`, name);
  const said = await awaitJob(kubectl, name, ["backup"], say);
  const [, dump, sha256] = /backup complete: (\S+\.dump),.* sha256 ([0-9a-f]{64})/.exec(said) ?? [];
  if (!dump || !sha256) throw new Failure(`${name} named no dump: kubectl logs job/${name}`);
  const file = path.join(root, "backups", dump);
  await withDumps(kubectl, app, (pod) => fetchDump(kubectl, pod, dump, sha256, file));
  console.log(path.relative(process.cwd(), file));
});
