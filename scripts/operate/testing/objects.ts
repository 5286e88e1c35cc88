import type { ContainerStatus, Deployment, Job, KubeEvent, Pod, ReplicaSet } from "../objects.ts";

/** The moment at which the tests look. */
export const NOW = Date.parse("2026-11-30T12:00:00Z");

const meta = (name: string, component?: string) => ({
  name,
  uid: `uid-${name}`,
  generation: 3,
  creationTimestamp: "2026-11-30T11:50:00Z",
  ...(component && { labels: { "app.kubernetes.io/component": component } }),
});

/** A container that runs and is ready, but for what differs. */
export const container = (differs: Partial<ContainerStatus> = {}): ContainerStatus => ({
  name: "karlo",
  ready: true,
  restartCount: 0,
  image: "karlo:src-2",
  state: { running: { startedAt: "2026-11-30T11:50:05Z" } },
  lastState: {},
  ...differs,
});

/** A pod of a component; without one, of the database. */
export function pod(name: string, component: string | undefined, one: ContainerStatus): Pod {
  return {
    kind: "Pod",
    metadata: meta(name, component),
    status: {
      phase: "Running",
      conditions: [{ type: "Ready", status: one.ready ? "True" : "False" }],
      containerStatuses: [one],
    },
  };
}

/** The Deployment of the app. */
export const deployment = (replicas: number, ready: number, image = "karlo:src-2"): Deployment => ({
  kind: "Deployment",
  metadata: meta("karlo"),
  spec: { replicas, template: { spec: { containers: [{ image }] } } },
  status: { readyReplicas: ready, updatedReplicas: ready },
});

/** A revision of the Deployment. */
export const revision = (number: number, image: string): ReplicaSet => ({
  kind: "ReplicaSet",
  metadata: {
    ...meta(`karlo-${number}abc`),
    annotations: { "deployment.kubernetes.io/revision": String(number) },
  },
  spec: { replicas: 0, template: { spec: { containers: [{ image }] } } },
});

/** A Job that failed. */
export const failedJob = (name: string, message: string): Job => ({
  kind: "Job",
  metadata: meta(name, "backup"),
  status: { conditions: [{ type: "Failed", status: "True", message }] },
});

/** A warning about a pod. */
export const warning = (of: string, reason: string, message: string): KubeEvent => ({
  kind: "Event",
  metadata: meta(`${of}.1`),
  type: "Warning",
  reason,
  message,
  count: 4,
  lastTimestamp: "2026-11-30T11:59:00Z",
  involvedObject: { kind: "Pod", name: of },
});
