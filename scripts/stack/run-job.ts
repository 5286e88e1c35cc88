import { setTimeout as sleep } from "node:timers/promises";
import { Failure, Refusal } from "./command-errors.ts";
import type { Kubectl, KubeObject } from "./kubectl.ts";

interface Job extends KubeObject {
  status: { conditions?: { type: string; status: string; message?: string }[] };
}

/** A unique name for a Job: the prefix and the time, in seconds. */
export function jobName(prefix: string): string {
  return `${prefix}-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}`;
}

/**
 * Creates a Job from one of the app's CronJobs.
 *
 * @throws Refusal when backups are not enabled
 */
export async function createJob(kubectl: Kubectl, from: string, name: string): Promise<void> {
  if (!(await kubectl.get("cronjob", from)))
    throw new Refusal(
      "This stack has no backups: pulumi config set --path karlo:backup.keep 7, and npm run up.",
    );
  await kubectl.do(["create", "job", name, `--from=cronjob/${from}`]);
}

/**
 * Waits for a Job to end and logs the output of its containers.
 *
 * @param containers in the order in which they run
 * @param log receives each line
 * @returns the whole output
 * @throws Failure with the last line, when the Job failed
 */
export async function awaitJob(
  kubectl: Kubectl,
  name: string,
  containers: string[],
  log: (line: string) => void,
): Promise<string> {
  let output = "";
  for (;;) {
    const job = await kubectl.get<Job>("job", name);
    const latest = await readLogs(kubectl, name, containers);
    if (latest.startsWith(output) && latest !== output) {
      for (const line of latest.slice(output.length).trim().split("\n")) log(line);
      output = latest;
    }
    const hasCondition = (type: string) =>
      job?.status.conditions?.find((one) => one.type === type && one.status === "True");
    if (hasCondition("Complete")) return output;
    if (!job || hasCondition("Failed")) {
      const why =
        output.trim().split("\n").at(-1) || hasCondition("Failed")?.message || "it is gone";
      throw new Failure(`${name} failed: ${why}`);
    }
    await sleep(1_000);
  }
}

/** The complete lines of the containers that have started; a last line without its end may grow. */
async function readLogs(kubectl: Kubectl, name: string, containers: string[]): Promise<string> {
  let all = "";
  for (const container of containers) {
    const { ok, output } = await kubectl.try(["logs", `job/${name}`, "--container", container]);
    if (!ok) break;
    all += output.slice(0, output.lastIndexOf("\n") + 1);
  }
  return all;
}
