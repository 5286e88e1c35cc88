import { type ChildProcess, spawn } from "node:child_process";
import { run, runOrThrow } from "./commands";

/** A Kubernetes object. */
export interface Manifest {
  apiVersion?: string;
  kind: string;
  metadata: { name: string; namespace?: string; annotations?: Record<string, string> };
  [key: string]: unknown;
}

/** kubectl with one context. */
export class Cluster {
  constructor(readonly context: string) {}

  kubectl(...args: string[]): Promise<string> {
    return runOrThrow("kubectl", ["--context", this.context, ...args]);
  }

  apply(...manifests: unknown[]): Promise<string> {
    const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: manifests });
    return runOrThrow("kubectl", ["--context", this.context, "apply", "-f", "-"], { input: list });
  }

  async get<T>(...args: string[]): Promise<T> {
    return JSON.parse(await this.kubectl("get", ...args, "-o", "json")) as T;
  }

  /** The pods of the app that are not terminating. */
  async pods(namespace: string): Promise<Pod[]> {
    const { items } = await this.get<{ items: Pod[] }>(
      "pods",
      ...["-n", namespace, "-l", "app.kubernetes.io/component=web"],
    );
    return items.filter(({ metadata }) => !metadata.deletionTimestamp);
  }

  /** Whether an object exists. */
  async exists(kind: string, name: string): Promise<boolean> {
    const { code } = await run("kubectl", ["--context", this.context, "get", kind, name]);
    return code === 0;
  }

  /** Forwards a local port to a Service until `close`. */
  async forward(
    namespace: string,
    service: string,
    { from, to }: { from: number; to: number },
  ): Promise<{ close(): void }> {
    const child: ChildProcess = spawn(
      "kubectl",
      ["--context", this.context, "-n", namespace, "port-forward", service, `${from}:${to}`],
      // It logs each connection that a browser closes.
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    await new Promise<void>((resolve, reject) => {
      child.stdout?.once("data", () => resolve());
      child.once("exit", (code) => reject(new Error(`kubectl port-forward ended with ${code}`)));
    });
    child.removeAllListeners("exit");
    return { close: () => child.kill() };
  }
}

interface Pod {
  metadata: {
    name: string;
    deletionTimestamp?: string;
    creationTimestamp: string;
    labels?: Record<string, string>;
  };
  status: {
    phase: string;
    conditions?: { type: string; status: string; lastTransitionTime: string }[];
    containerStatuses?: {
      restartCount: number;
      lastState: { terminated?: { reason: string } };
    }[];
  };
}

/** Seconds from the creation of a pod until it was ready; NaN while it is not. */
export function secondsToReady({ metadata, status }: Pod): number {
  const ready = status.conditions?.find(({ type }) => type === "Ready");
  if (ready?.status !== "True") return Number.NaN;
  return (Date.parse(ready.lastTransitionTime) - Date.parse(metadata.creationTimestamp)) / 1000;
}
