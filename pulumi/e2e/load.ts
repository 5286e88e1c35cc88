import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Cluster } from "./cluster";

/** The report of `load-worker.mjs`, for the time since the last report. */
export interface LoadReport {
  since: number;
  seconds: number;
  requests: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  failures: { at: number; what: string; why: string }[];
  /** Answers that were streamed to their end. */
  answers: number;
  events: number;
  reconnections: number;
  restarts: number;
  /** Lost or duplicate events, and answers that differ from what the model sent. */
  faults: string[];
}

/** How much load there is at first: users, requests a second, and whether the users stream answers too. */
interface LoadOptions {
  USERS?: number;
  RATE?: number;
  /** `no` where the stack's model is not the one of the load. */
  CONVERSES?: "no";
}

/**
 * The load of `load-worker.mjs`, in its own namespace. The address of its model is known before it starts,
 * so that a stack can be configured with it.
 */
export class Load {
  constructor(
    readonly cluster: Cluster,
    readonly namespace: string,
  ) {}

  /** Base URL of its model, for `karlo:model.baseUrl`. */
  get modelUrl(): string {
    return `http://load.${this.namespace}.svc:8080/v1`;
  }

  /** Starts the worker in the app's image; resolves when its users have signed up. */
  async start(target: string, image: string, options: LoadOptions = {}): Promise<void> {
    const labels = { app: "load" };
    const script = readFileSync(resolve(__dirname, "load-worker.mjs"), "utf8");
    const restricted = {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    };
    await this.cluster.apply(
      { apiVersion: "v1", kind: "Namespace", metadata: { name: this.namespace } },
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: this.named("load"),
        data: { "load-worker.mjs": script },
      },
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: this.named("load"),
        spec: { selector: labels, ports: [{ port: 8080 }] },
      },
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { ...this.named("load"), labels },
        spec: {
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 1000,
            seccompProfile: { type: "RuntimeDefault" },
          },
          restartPolicy: "Never",
          terminationGracePeriodSeconds: 1,
          containers: [
            {
              name: "load",
              image,
              imagePullPolicy: "IfNotPresent",
              command: ["node", "/load/load-worker.mjs"],
              env: Object.entries({ ...options, TARGET: target }).map(([name, value]) => ({
                name,
                value: String(value),
              })),
              volumeMounts: [{ name: "script", mountPath: "/load" }],
              securityContext: restricted,
            },
          ],
          volumes: [{ name: "script", configMap: { name: "load" } }],
        },
      },
    );
    await this.cluster.kubectl("-n", this.namespace, "wait", "pod/load", "--for=condition=Ready");
    for (let second = 0; ; second += 1) {
      const log = await this.cluster.kubectl("-n", this.namespace, "logs", "load");
      if (log.includes("users signed up")) return;
      if (second === 60) throw new Error(`the load did not start:\n${log}`);
      await pause(1_000);
    }
  }

  /** The report of the time of `change` and 20 seconds after it, which is longer than two answers. */
  async during(change: () => Promise<unknown>): Promise<LoadReport> {
    await this.report();
    await change();
    await pause(20_000);
    return this.report();
  }

  async stop(): Promise<void> {
    await this.cluster.kubectl("delete", "namespace", this.namespace, "--wait=true");
  }

  /** Sends this many requests a second from now on. */
  async setRate(rate: number): Promise<void> {
    await this.ask(`/rate/${rate}`);
  }

  private async report(): Promise<LoadReport> {
    return JSON.parse(await this.ask("/report")) as LoadReport;
  }

  private ask(path: string): Promise<string> {
    const script = `fetch('http://127.0.0.1:8080${path}').then((r) => r.text()).then((t) => console.log(t))`;
    return this.cluster.kubectl(
      ...["-n", this.namespace, "exec", "load", "--", "node", "-e", script],
    );
  }

  private named(name: string) {
    return { name, namespace: this.namespace };
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
