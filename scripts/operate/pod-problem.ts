import type { ContainerStatus, KubeEvent, Pod } from "./objects.ts";

/** What keeps a pod from serving, or what ended it before. */
export interface PodProblem {
  why: string;
  /** Whose log says more: of the container that runs, or of the one that ended. */
  log?: { container: string; previous: boolean };
  /** What an operator tries next. */
  next: string;
  /** A pod that serves again has had a problem and has none. */
  over?: boolean;
}

const NO_IMAGE = new Set([
  "ImagePullBackOff",
  "ErrImagePull",
  "ErrImageNeverPull",
  "InvalidImageName",
]);

/**
 * Finds what is wrong with a pod by its status and events, the first cause first.
 *
 * @returns null for a pod that serves or has done its work, and never restarted
 */
export function findPodProblem(pod: Pod, events: KubeEvent[]): PodProblem | null {
  const { phase, reason, message, conditions } = pod.status;
  if (phase === "Succeeded" || pod.metadata.deletionTimestamp) return null;
  if (reason === "Evicted")
    return {
      why: `it was evicted: ${message}`,
      next: "Free what the node lacks, or give the pods smaller requests.",
    };
  const unscheduled = conditions?.find(
    ({ type, status }) => type === "PodScheduled" && status === "False",
  );
  if (unscheduled)
    return {
      why: `no node takes it: ${unscheduled.message ?? unscheduled.reason}`,
      next: "Free resources or add a node; `scale` to fewer pods if there are too many.",
    };
  const containers = [
    ...(pod.status.initContainerStatuses ?? []),
    ...(pod.status.containerStatuses ?? []),
  ];
  for (const container of containers) {
    const problem = findContainerProblem(container);
    if (problem && !problem.over) return problem;
  }
  const ready = conditions?.some(({ type, status }) => type === "Ready" && status === "True");
  if (!ready) return findUnready(pod, events);
  return containers.map(findContainerProblem).find((problem) => problem !== null) ?? null;
}

function findContainerProblem(container: ContainerStatus): PodProblem | null {
  const { name, state, lastState, restartCount, image } = container;
  const { waiting } = state;
  const ended = state.terminated ?? lastState.terminated;
  const reason = waiting?.reason ?? "";
  if (NO_IMAGE.has(reason))
    return {
      why: `the image ${image} cannot be had (${reason}): ${waiting?.message ?? "no such image"}`,
      next: "`rollback` to the image before, or deliver the image to the cluster.",
    };
  if (reason === "CreateContainerConfigError" || reason === "CreateContainerError")
    return {
      why: `the container cannot be created: ${waiting?.message}`,
      next: "Create what is missing (a Secret, a ConfigMap): `npm run up`.",
    };
  if (ended?.reason === "OOMKilled")
    return {
      why: `${name} needed more memory than its limit and was killed (OOMKilled), ${times(restartCount)}`,
      log: { container: name, previous: !state.terminated },
      next: "Raise karlo:resources.limits.memory if it comes again; `logs` says what it was at.",
      over: state.running !== undefined && container.ready,
    };
  if (reason === "CrashLoopBackOff" || (ended && (ended.exitCode !== 0 || restartCount > 0)))
    return {
      why: `${name} ended with ${ended?.exitCode ?? "an error"}, ${times(restartCount)}${said(ended?.message)}`,
      log: { container: name, previous: !state.terminated },
      next: "`logs` with previous: true shows the end of it; `rollback` if the version is new.",
      over: state.running !== undefined && container.ready,
    };
  return null;
}

/** A pod that runs and is not ready: what its probes said last. */
function findUnready(pod: Pod, events: KubeEvent[]): PodProblem {
  const probe = events
    .filter(({ reason, involvedObject }) => reason === "Unhealthy" && isOf(pod, involvedObject))
    .at(-1);
  const waiting = pod.status.containerStatuses?.find(({ state }) => state.waiting);
  const container = pod.status.containerStatuses?.find(({ ready }) => !ready)?.name;
  return {
    why: probe
      ? `it runs and is not ready: ${probe.message.trim()}`
      : `it is not ready yet (${waiting?.state.waiting?.reason ?? pod.status.phase})`,
    ...(container && !waiting && { log: { container, previous: false } }),
    next: "`logs` says what it waits for; the database, most often.",
  };
}

const isOf = (pod: Pod, { kind, name }: KubeEvent["involvedObject"]) =>
  kind === "Pod" && name === pod.metadata.name;

const times = (count: number) =>
  count === 0 ? "and was not started again" : `and was started again ${count} times`;

const said = (message: string | undefined) =>
  message ? `: ${message.trim().split("\n").slice(-3).join(" · ")}` : "";
