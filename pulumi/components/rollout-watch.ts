import { execFile } from "node:child_process";
import * as pulumi from "@pulumi/pulumi";

/** The release that is rolled out. */
interface RolloutTarget {
  context: string | undefined;
  namespace: string;
  release: string;
}

interface ContainerStatus {
  name: string;
  ready: boolean;
  state: State;
  lastState?: State;
}
interface State {
  waiting?: { reason?: string; message?: string };
  running?: { startedAt: string };
  terminated?: { exitCode: number; reason?: string };
}

/** The fields of a pod that are read. */
export interface Pod {
  metadata: { name: string; creationTimestamp: string };
  status: {
    conditions?: { type: string; status: string; reason?: string; message?: string }[];
    initContainerStatuses?: ContainerStatus[];
    containerStatuses?: ContainerStatus[];
  };
}

const POLL_MS = 2_000;
/** A healthy server is ready long before. */
const SLOW_START_MS = 30_000;
const NORMAL_REASONS = ["ContainerCreating", "PodInitializing"];

/**
 * Hooks that log why a rollout makes no progress, with the last log lines of the pod, while Helm waits
 * for it. Helm itself reports a timeout only, and removes the pods when it rolls back.
 */
export function rolloutWatch(target: RolloutTarget): pulumi.ResourceHookBinding {
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    const since = Date.now() - POLL_MS;
    const reported = new Set<string>();
    timer = setInterval(() => void checkPods(target, since, reported), POLL_MS);
    timer.unref();
  };
  const stop = () => clearInterval(timer);
  return { beforeCreate: [start], beforeUpdate: [start], afterCreate: [stop], afterUpdate: [stop] };
}

/**
 * Logs the problem of each pod of the release, once.
 *
 * @param since pods created earlier are ignored; in milliseconds since the epoch
 * @param reported the problems that were logged before; extended by this call
 */
export async function checkPods(
  target: RolloutTarget,
  since: number,
  reported: Set<string>,
): Promise<void> {
  const selector = `app.kubernetes.io/instance=${target.release}`;
  const listed = await kubectl(target, "get", "pods", "-l", selector, "-o", "json");
  if (!listed) return;
  for (const pod of (JSON.parse(listed) as { items: Pod[] }).items) {
    if (Date.parse(pod.metadata.creationTimestamp) < since) continue;
    const problem = problemOf(pod, Date.now());
    if (!problem || reported.has(pod.metadata.name + problem)) continue;
    reported.add(pod.metadata.name + problem);
    const args = ["logs", pod.metadata.name, "--all-containers", "--tail=12"];
    const lines = (await kubectl(target, ...args)) || (await kubectl(target, ...args, "-p"));
    const last = lines ? `; its last lines:\n${lines.trimEnd().replace(/^/gm, "  ")}` : "";
    pulumi.log.warn(`pod ${pod.metadata.name}: ${problem}${last}`);
  }
}

/** Describes what keeps a pod from becoming ready; undefined while there is no problem. */
export function problemOf({ status }: Pod, now: number): string | undefined {
  const unscheduled = status.conditions?.find(
    ({ type, status, reason }) =>
      type === "PodScheduled" && status === "False" && reason === "Unschedulable",
  );
  if (unscheduled) return `no node takes it: ${unscheduled.message}`;
  const all = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  for (const { name, ready, state, lastState } of all) {
    const terminated = state.terminated ?? lastState?.terminated;
    if (terminated && terminated.exitCode !== 0)
      return `${name} ended with ${terminated.exitCode}${terminated.reason ? ` (${terminated.reason})` : ""}`;
    const { reason, message } = state.waiting ?? {};
    if (reason && !NORMAL_REASONS.includes(reason))
      return `${name}: ${reason}${message ? `, ${message}` : ""}`;
    if (state.running && !ready && now - Date.parse(state.running.startedAt) > SLOW_START_MS)
      return `${name} runs, and is not ready after ${SLOW_START_MS / 1_000} seconds`;
  }
  return undefined;
}

/** The output of kubectl; empty when it fails or is not installed, since the watch is optional. */
function kubectl({ context, namespace }: RolloutTarget, ...args: string[]): Promise<string> {
  const flags = [...(context ? ["--context", context] : []), "--namespace", namespace];
  return new Promise((resolve) =>
    execFile("kubectl", [...flags, ...args], { timeout: 10_000 }, (error, stdout) =>
      resolve(error ? "" : stdout),
    ),
  );
}
