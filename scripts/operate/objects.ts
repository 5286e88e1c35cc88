import { Failure } from "../stack/command-errors.ts";
import type { Kubectl } from "../stack/kubectl.ts";

/** A condition of an object's status. */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
}

interface Meta {
  name: string;
  uid: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

export interface Deployment {
  kind: "Deployment" | "StatefulSet";
  metadata: Meta;
  spec: { replicas: number; template: { spec: { containers: { image: string }[] } } };
  status: { readyReplicas?: number; updatedReplicas?: number; conditions?: Condition[] };
}

export interface ReplicaSet {
  kind: "ReplicaSet";
  metadata: Meta;
  spec: Deployment["spec"];
}

interface Terminated {
  reason?: string;
  exitCode: number;
  message?: string;
  finishedAt?: string;
}

export interface ContainerStatus {
  name: string;
  ready: boolean;
  restartCount: number;
  image: string;
  state: {
    waiting?: { reason?: string; message?: string };
    running?: { startedAt: string };
    terminated?: Terminated;
  };
  lastState: { terminated?: Terminated };
}

export interface Pod {
  kind: "Pod";
  metadata: Meta;
  status: {
    phase: string;
    reason?: string;
    message?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

export interface Job {
  kind: "Job";
  metadata: Meta;
  status: { active?: number; conditions?: Condition[]; completionTime?: string };
}

interface Claim {
  kind: "PersistentVolumeClaim";
  metadata: Meta;
  status: { phase: string };
}

interface Autoscaler {
  kind: "HorizontalPodAutoscaler";
  metadata: Meta;
  spec: { minReplicas: number; maxReplicas: number };
  status: { currentReplicas?: number; conditions?: Condition[] };
}

export interface KubeEvent {
  kind: "Event";
  metadata: Meta;
  type: string;
  reason: string;
  message: string;
  count?: number;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  involvedObject: { kind: string; name: string };
}

type Known = Deployment | ReplicaSet | Pod | Job | Claim | Autoscaler | KubeEvent;

/** What stands in the namespace of a stack, by kind. */
export interface Objects {
  deployments: Deployment[];
  statefulSets: Deployment[];
  replicaSets: ReplicaSet[];
  pods: Pod[];
  jobs: Job[];
  claims: Claim[];
  autoscalers: Autoscaler[];
  /** Warnings and others, the oldest first. */
  events: KubeEvent[];
}

const KINDS =
  "deployments,statefulsets,replicasets,pods,jobs,persistentvolumeclaims,horizontalpodautoscalers,events";

/** Reads the objects of the namespace in one call. No Secret and no ConfigMap is read. */
export async function readObjects(kubectl: Kubectl): Promise<Objects> {
  const { ok, output, error } = await kubectl.try(["get", KINDS, "-o", "json"]);
  if (!ok) throw new Failure(`the objects of the namespace cannot be read: ${error.trim()}`);
  return sortObjects((JSON.parse(output) as { items: Known[] }).items);
}

/** Sorts objects by their kind. */
export function sortObjects(items: Known[]): Objects {
  const of = <Kind extends Known["kind"]>(kind: Kind) =>
    items.filter((item): item is Extract<Known, { kind: Kind }> => item.kind === kind);
  const workloads = items.filter(
    (item): item is Deployment => item.kind === "Deployment" || item.kind === "StatefulSet",
  );
  return {
    deployments: workloads.filter(({ kind }) => kind === "Deployment"),
    statefulSets: workloads.filter(({ kind }) => kind === "StatefulSet"),
    replicaSets: of("ReplicaSet"),
    pods: of("Pod"),
    jobs: of("Job"),
    claims: of("PersistentVolumeClaim"),
    autoscalers: of("HorizontalPodAutoscaler"),
    events: of("Event").sort((a, b) => timeOf(a).localeCompare(timeOf(b))),
  };
}

/** When an event was seen last, as ISO text. */
export const timeOf = ({ lastTimestamp, eventTime, metadata }: KubeEvent): string =>
  lastTimestamp ?? eventTime ?? metadata.creationTimestamp;

/** The part of the app that a pod or Job belongs to: web, migration, backup …; undefined for others. */
export const componentOf = (object: { metadata: Meta }): string | undefined =>
  object.metadata.labels?.["app.kubernetes.io/component"];

/** The image of a workload's first container. */
export const imageOf = ({ spec }: { spec: Deployment["spec"] }): string =>
  spec.template.spec.containers[0]?.image ?? "";

/** Whether a condition of that type holds. */
export const hasCondition = (conditions: Condition[] | undefined, type: string) =>
  conditions?.find((one) => one.type === type && one.status === "True");
