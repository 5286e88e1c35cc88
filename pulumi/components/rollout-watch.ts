import { execFile } from "node:child_process";
import * as pulumi from "@pulumi/pulumi";

interface Watched {
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

/** What is looked at of a pod. */
export interface Pod {
  metadata: { name: string; creationTimestamp: string };
  status: {
    conditions?: { type: string; status: string; reason?: string; message?: string }[];
    initContainerStatuses?: ContainerStatus[];
    containerStatuses?: ContainerStatus[];
  };
}

const EVERY_MS = 2_000;
/** A server that is well is ready long before. */
const SLOW_MS = 30_000;
const USUAL = ["ContainerCreating", "PodInitializing"];

/**
 * Says why a rollout does not get on, with the last lines of the pod in question, while Helm waits for
 * it: Helm itself says no more than that time ran out, and takes the pods away when it gives up.
 */
export function rolloutWatch(watched: Watched): pulumi.ResourceHookBinding {
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    const since = Date.now() - EVERY_MS;
    const told = new Set<string>();
    timer = setInterval(() => void look(watched, since, told), EVERY_MS);
    timer.unref();
  };
  const end = () => clearInterval(timer);
  return { beforeCreate: [begin], beforeUpdate: [begin], afterCreate: [end], afterUpdate: [end] };
}

/** Looks at the pods that are new, and tells what is wrong with each, once. */
export async function look(watched: Watched, since: number, told: Set<string>): Promise<void> {
  const selector = `app.kubernetes.io/instance=${watched.release}`;
  const listed = await kubectl(watched, "get", "pods", "-l", selector, "-o", "json");
  if (!listed) return;
  for (const pod of (JSON.parse(listed) as { items: Pod[] }).items) {
    if (Date.parse(pod.metadata.creationTimestamp) < since) continue;
    const trouble = troubleOf(pod, Date.now());
    if (!trouble || told.has(pod.metadata.name + trouble)) continue;
    told.add(pod.metadata.name + trouble);
    const args = ["logs", pod.metadata.name, "--all-containers", "--tail=12"];
    const lines = (await kubectl(watched, ...args)) || (await kubectl(watched, ...args, "-p"));
    const last = lines ? `; its last lines:\n${lines.trimEnd().replace(/^/gm, "  ")}` : "";
    pulumi.log.warn(`pod ${pod.metadata.name}: ${trouble}${last}`);
  }
}

/** What keeps a pod from being ready, in a few words; undefined while it is well or just slow to come. */
export function troubleOf({ status }: Pod, now: number): string | undefined {
  const unscheduled = status.conditions?.find(
    ({ type, status, reason }) =>
      type === "PodScheduled" && status === "False" && reason === "Unschedulable",
  );
  if (unscheduled) return `no node takes it: ${unscheduled.message}`;
  const all = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  for (const { name, ready, state, lastState } of all) {
    const ended = state.terminated ?? lastState?.terminated;
    if (ended && ended.exitCode !== 0)
      return `${name} ended with ${ended.exitCode}${ended.reason ? ` (${ended.reason})` : ""}`;
    const { reason, message } = state.waiting ?? {};
    if (reason && !USUAL.includes(reason))
      return `${name}: ${reason}${message ? `, ${message}` : ""}`;
    if (state.running && !ready && now - Date.parse(state.running.startedAt) > SLOW_MS)
      return `${name} runs, and is not ready after ${SLOW_MS / 1_000} seconds`;
  }
  return undefined;
}

/** What kubectl says; nothing when it fails or is not there, for it is here to help only. */
function kubectl({ context, namespace }: Watched, ...args: string[]): Promise<string> {
  const where = [...(context ? ["--context", context] : []), "--namespace", namespace];
  return new Promise((resolve) =>
    execFile("kubectl", [...where, ...args], { timeout: 10_000 }, (error, stdout) =>
      resolve(error ? "" : stdout),
    ),
  );
}
