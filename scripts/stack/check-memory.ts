import { Refusal } from "./command-errors.ts";
import type { Kubectl, KubeObject } from "./kubectl.ts";
import type { Settings } from "./settings.ts";

const MI = 2 ** 20;

interface Node extends KubeObject {
  spec: { unschedulable?: boolean };
  status: { allocatable: { memory: string } };
}
interface Pod extends KubeObject {
  spec: { containers: { resources?: { requests?: { memory?: string } } }[] };
  status: { phase: string };
}

/**
 * Compares the memory that the stack's pods request with what the pods of other namespaces leave of
 * the cluster's.
 *
 * @throws Refusal when it is too little
 */
export async function checkMemory(kubectl: Kubectl, settings: Settings): Promise<void> {
  const listed = await Promise.all([
    kubectl.list<Node>("nodes"),
    kubectl.list<Pod>("pods", "--all-namespaces"),
  ]).catch(() => undefined);
  // Somebody who may not list nodes or all pods may still deploy.
  if (!listed) return;
  const [nodes, pods] = listed;
  const total = nodes
    .filter(({ spec }) => !spec.unschedulable)
    .reduce((sum, { status }) => sum + bytes(status.allocatable.memory), 0);
  const others = pods
    .filter(({ status }) => status.phase === "Running" || status.phase === "Pending")
    .filter(({ metadata }) => metadata.namespace !== settings.namespace)
    .flatMap(({ spec }) => spec.containers)
    .reduce((sum, { resources }) => sum + bytes(resources?.requests?.memory ?? "0"), 0);
  const free = total - others;
  const needed = requestedMemory(settings);
  if (free >= needed) return;
  throw new Refusal(
    `The cluster has ${mebibytes(free)} of memory left and this stack asks for ${mebibytes(needed)}: give it more (minikube start --memory 4096), or lower karlo:resources.requests.memory.`,
  );
}

/** Memory that the stack's pods request during an upgrade, with one pod more than usual, in bytes. */
function requestedMemory({ replicas, memory, database }: Settings): number {
  const app = (replicas + 1) * bytes(memory);
  if (database.mode === "external") return app;
  if (database.mode === "cnpg") return app + database.instances * bytes(database.memory);
  return app + 128 * MI;
}

const UNITS: Record<string, number> = {
  Ki: 2 ** 10,
  Mi: MI,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  m: 1e-3,
};

/** Parses a Kubernetes quantity; in bytes. */
function bytes(quantity: string): number {
  const [, number = "0", unit = ""] = /^([\d.]+)([A-Za-z]*)$/.exec(quantity) ?? [];
  return Number(number) * (UNITS[unit] ?? 1);
}

const mebibytes = (amount: number) => `${Math.max(0, Math.floor(amount / MI))} Mi`;
