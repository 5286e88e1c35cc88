import type { Cluster } from "./cluster";
import type { Stack } from "./stack";

/** Creates a backup as an operator does; returns the file name for `restore`. */
export async function createBackup(stack: Stack, cluster: Cluster): Promise<string> {
  if (stack.deployedBy === "pulumi")
    return (
      (await stack.shell(`npm run --silent backup ${stack.name}`)).trim().split("\n").at(-1) ?? ""
    );
  const log = await runJob(stack, cluster, "karlo-backup");
  return /backup complete: (\S+\.dump)/.exec(log)?.[1] ?? "";
}

/** Restores a dump into the running stack. */
export async function restore(stack: Stack, cluster: Cluster, dump: string): Promise<void> {
  if (stack.deployedBy === "pulumi") {
    await stack.shell(`npm run --silent restore ${dump} ${stack.name} -- --yes`);
    return;
  }
  const kubectl = (...args: string[]) => cluster.kubectl("-n", stack.namespace, ...args);
  await kubectl("create", "job", "files", "--from=cronjob/karlo-files");
  const pod = ["pod", "-l", "batch.kubernetes.io/job-name=files"];
  await kubectl("wait", "--for=create", ...pod);
  await kubectl("wait", "--for=condition=Ready", ...pod, "--timeout=120s");
  await kubectl("exec", "job/files", "--", "cp", `/backup/${dump}`, "/backup/restore.dump");
  await kubectl("delete", "job", "files");
  await runJob(stack, cluster, "karlo-restore");
}

async function runJob(stack: Stack, cluster: Cluster, cronJob: string): Promise<string> {
  const kubectl = (...args: string[]) => cluster.kubectl("-n", stack.namespace, ...args);
  const job = `${cronJob}-by-hand`;
  await kubectl("create", "job", job, `--from=cronjob/${cronJob}`);
  await kubectl("wait", "--for=condition=Complete", `job/${job}`, "--timeout=300s");
  return kubectl("logs", `job/${job}`, "--all-containers");
}
