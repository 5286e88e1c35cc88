import { setTimeout as sleep } from "node:timers/promises";
import type { Kubectl, KubeObject } from "./kubectl.ts";
import { Failure, Refusal } from "./refusal.ts";

interface Job extends KubeObject {
  status: { conditions?: { type: string; status: string; message?: string }[] };
}

/** A name that no earlier Job has: by the second, in order. */
export function jobName(prefix: string): string {
  return `${prefix}-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}`;
}

/**
 * Makes a Job from one of the app's CronJobs.
 *
 * @throws Refusal when backups are not switched on
 */
export async function createJob(kubectl: Kubectl, from: string, name: string): Promise<void> {
  if (!(await kubectl.get("cronjob", from)))
    throw new Refusal(
      "This stack has no backups: pulumi config set --path karlo:backup.keep 7, and npm run up.",
    );
  await kubectl.do(["create", "job", name, `--from=cronjob/${from}`]);
}

/**
 * Waits for a Job's end, and passes on what its containers say as they say it.
 *
 * @param containers in the order in which they run
 * @returns all that they said
 * @throws Failure with the last thing they said, when the Job failed
 */
export async function awaitJob(
  kubectl: Kubectl,
  name: string,
  containers: string[],
  say: (line: string) => void,
): Promise<string> {
  let said = "";
  for (;;) {
    const job = await kubectl.get<Job>("job", name);
    const now = await logsOf(kubectl, name, containers);
    if (now.startsWith(said) && now !== said) {
      for (const line of now.slice(said.length).trim().split("\n")) say(line);
      said = now;
    }
    const is = (type: string) =>
      job?.status.conditions?.find((one) => one.type === type && one.status === "True");
    if (is("Complete")) return said;
    if (!job || is("Failed")) {
      const why = said.trim().split("\n").at(-1) || is("Failed")?.message || "it is gone";
      throw new Failure(`${name} failed: ${why}`);
    }
    await sleep(1_000);
  }
}

/** Containers that have not started yet say nothing; whole lines only, as there may be more to come. */
async function logsOf(kubectl: Kubectl, name: string, containers: string[]): Promise<string> {
  let all = "";
  for (const container of containers) {
    const { ok, output } = await kubectl.try(["logs", `job/${name}`, "--container", container]);
    if (!ok) break;
    all += output.slice(0, output.lastIndexOf("\n") + 1);
  }
  return all;
}
