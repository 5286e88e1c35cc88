import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Cluster } from "./cluster";

/** What `load-worker.mjs` reports of the time since the last report. */
export interface LoadReport {
  since: number;
  seconds: number;
  requests: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  failures: { at: number; what: string; why: string }[];
  /** Answers of the assistant that were followed to their end. */
  answers: number;
  events: number;
  reconnections: number;
  restarts: number;
  /** Events that were lost or doubled, answers that came otherwise than they were said. */
  faults: string[];
}

/**
 * The load of `load-worker.mjs`, in a namespace of its own. It begins with its model, so that a stack can be
 * told of it before there is anybody to ask.
 */
export class Load {
  constructor(
    readonly cluster: Cluster,
    readonly namespace: string,
  ) {}

  /** The address of its model, for `karlo:model.baseUrl`. */
  get modelUrl(): string {
    return `http://load.${this.namespace}.svc:8080/v1`;
  }

  /** Starts it in the app's image; it returns when everybody has signed up. */
  async begin(target: string, image: string): Promise<void> {
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
              env: [{ name: "TARGET", value: target }],
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
      if (log.includes("at work")) return;
      if (second === 60) throw new Error(`the load did not begin:\n${log}`);
      await pause(1_000);
    }
  }

  /** What happened while `change` was made, and two answers' length after it. */
  async during(change: () => Promise<unknown>): Promise<LoadReport> {
    await this.report();
    await change();
    await pause(20_000);
    return this.report();
  }

  async end(): Promise<void> {
    await this.cluster.kubectl("delete", "namespace", this.namespace, "--wait=true");
  }

  private async report(): Promise<LoadReport> {
    const ask =
      "fetch('http://127.0.0.1:8080/report').then((r) => r.text()).then((t) => console.log(t))";
    const text = await this.cluster.kubectl(
      ...["-n", this.namespace, "exec", "load", "--", "node", "-e", ask],
    );
    return JSON.parse(text) as LoadReport;
  }

  private named(name: string) {
    return { name, namespace: this.namespace };
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
