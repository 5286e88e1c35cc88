import type { Kubectl, KubeObject } from "./kubectl.ts";
import { Refusal } from "./refusal.ts";
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
 * Compares the memory that the stack's pods ask for with what the cluster has left beside the pods of
 * others. Says nothing where it may not look at them.
 *
 * @throws Refusal when it is too little
 */
export async function checkMemory(kubectl: Kubectl, settings: Settings): Promise<void> {
  const seen = await Promise.all([
    kubectl.list<Node>("nodes"),
    kubectl.list<Pod>("pods", "--all-namespaces"),
  ]).catch(() => undefined);
  if (!seen) return;
  const [nodes, pods] = seen;
  const total = nodes
    .filter(({ spec }) => !spec.unschedulable)
    .reduce((sum, { status }) => sum + bytes(status.allocatable.memory), 0);
  const others = pods
    .filter(({ status }) => status.phase === "Running" || status.phase === "Pending")
    .filter(({ metadata }) => metadata.namespace !== settings.namespace)
    .flatMap(({ spec }) => spec.containers)
    .reduce((sum, { resources }) => sum + bytes(resources?.requests?.memory ?? "0"), 0);
  const free = total - others;
  const needed = neededBy(settings);
  if (free >= needed) return;
  throw new Refusal(
    `The cluster has ${mebibytes(free)} of memory left and this stack asks for ${mebibytes(needed)}: give it more (minikube start --memory 4096), or lower karlo:resources.requests.memory.`,
  );
}

/** What its pods ask for while an upgrade runs: one more than serve. */
function neededBy({ replicas, memory, database }: Settings): number {
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

/** A quantity of Kubernetes in bytes. */
function bytes(quantity: string): number {
  const [, number = "0", unit = ""] = /^([\d.]+)([A-Za-z]*)$/.exec(quantity) ?? [];
  return Number(number) * (UNITS[unit] ?? 1);
}

const mebibytes = (amount: number) => `${Math.max(0, Math.floor(amount / MI))} Mi`;
