import { componentOf, hasCondition, type Objects, type Pod, timeOf } from "./objects.ts";
import { findPodProblem } from "./pod-problem.ts";

/** One thing that is wrong, or was. */
export interface Finding {
  /** Such as `pod/karlo-7d9c-x2`. */
  where: string;
  why: string;
  /** What an operator tries next. */
  next: string;
  /** Wrong now, or seen before and over. */
  state: "broken" | "over";
  /** The log that says more. */
  log?: { pod: string; container: string; previous: boolean };
}

/** Recent enough to matter, in milliseconds. */
const RECENT = 60 * 60_000;

/** The order of a rollout: a pod of the app waits for its migration, and that for the database. */
const ORDER = ["database", "migration", "web"];

/**
 * Says why a stack does not get on, in the order of causes: volumes, the database, the migration, the
 * pods of the app, and what stands beside them.
 *
 * @param app the name of the release and Deployment
 * @param now milliseconds since the epoch
 * @returns nothing when all is well
 */
export function explain(objects: Objects, app: string, now: number): Finding[] {
  return [
    ...explainClaims(objects),
    ...explainPods(objects, now),
    ...explainRollout(objects, app),
    ...explainJobs(objects, now),
    ...explainAutoscalers(objects),
  ];
}

function explainClaims({ claims, events }: Objects): Finding[] {
  return claims
    .filter(({ status }) => status.phase !== "Bound")
    .map(({ metadata, status }) => ({
      where: `persistentvolumeclaim/${metadata.name}`,
      why:
        events.filter(({ involvedObject }) => involvedObject.name === metadata.name).at(-1)
          ?.message ?? `the volume is ${status.phase}`,
      next: "The cluster needs a StorageClass that makes volumes of this size.",
      state: "broken",
    }));
}

function explainPods({ pods, events }: Objects, now: number): Finding[] {
  const partOf = (pod: Pod) => componentOf(pod) ?? "database";
  const rank = (pod: Pod) => (ORDER.indexOf(partOf(pod)) + 1 || ORDER.length + 1) - 1;
  return [...pods]
    .filter((pod) => partOf(pod) === "web" || !isOld(pod, now))
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((pod) => {
      const problem = findPodProblem(pod, events);
      if (!problem) return [];
      const { why, next, log, over } = problem;
      const { name } = pod.metadata;
      return [
        {
          where: `pod/${name} (${partOf(pod)})`,
          why,
          next,
          state: over ? ("over" as const) : ("broken" as const),
          ...(log && { log: { pod: name, ...log } }),
        },
      ];
    });
}

/** The pods of Jobs stay for days; what they said then is not why a rollout stands still now. */
const isOld = (pod: Pod, now: number) =>
  componentOf(pod) !== undefined && now - Date.parse(pod.metadata.creationTimestamp) > RECENT;

function explainRollout({ deployments, pods }: Objects, app: string): Finding[] {
  const deployment = deployments.find(({ metadata }) => metadata.name === app);
  if (!deployment)
    return [
      {
        where: `deployment/${app}`,
        why: "there is none: the release was never installed, or its migration failed before it",
        next: "`npm run up`; it prints what failed.",
        state: "broken",
      },
    ];
  const { replicas } = deployment.spec;
  const { readyReplicas = 0, updatedReplicas = 0, conditions } = deployment.status;
  if (readyReplicas >= replicas && updatedReplicas >= replicas) return [];
  const failed = conditions?.find(
    ({ status, type }) => status === "False" || type === "ReplicaFailure",
  );
  const young = pods.filter((pod) => componentOf(pod) === "web").length;
  return [
    {
      where: `deployment/${app}`,
      why: `${readyReplicas} of ${replicas} pods are ready, ${updatedReplicas} of the new version${
        failed ? `: ${failed.message ?? failed.reason}` : ""
      }`,
      next:
        young < replicas
          ? "No pod can be made: the reason is above, or a quota of the namespace."
          : "What keeps a pod is above.",
      state: "broken",
    },
  ];
}

function explainJobs({ jobs }: Objects, now: number): Finding[] {
  return jobs.flatMap(({ metadata, status }) => {
    const failed = hasCondition(status.conditions, "Failed");
    if (!failed || now - Date.parse(metadata.creationTimestamp) > 24 * RECENT) return [];
    return [
      {
        where: `job/${metadata.name}`,
        why: `it failed: ${failed.message ?? failed.reason}`,
        next: `\`logs\` with job: "${metadata.name}" says why.`,
        state: "broken" as const,
      },
    ];
  });
}

function explainAutoscalers({ autoscalers }: Objects): Finding[] {
  return autoscalers.flatMap(({ metadata, status }) => {
    const blind = status.conditions?.find(
      ({ type, status }) => type === "ScalingActive" && status === "False",
    );
    if (!blind) return [];
    return [
      {
        where: `horizontalpodautoscaler/${metadata.name}`,
        why: `it cannot scale: ${blind.message ?? blind.reason}`,
        next: "The cluster needs a metrics-server.",
        state: "broken" as const,
      },
    ];
  });
}

/** Longer ones repeat themselves. */
const MAX_WARNING = 240;

/** Said of every Job that is made by hand from a CronJob, such as a backup. */
const EXPECTED = "UnexpectedJob";

/** The warnings of the last hour, the newest first, each kind once. */
export function recentWarnings({ events }: Objects, now: number): string[] {
  const seen = new Set<string>();
  return events
    .filter(({ type, reason }) => type === "Warning" && reason !== EXPECTED)
    .filter((event) => now - Date.parse(timeOf(event)) < RECENT)
    .reverse()
    .flatMap(({ reason, message, involvedObject, count }) => {
      const key = `${reason} ${involvedObject.kind} ${message}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const often = count && count > 1 ? ` (${count} times)` : "";
      return [
        `${reason} ${involvedObject.kind.toLowerCase()}/${involvedObject.name}: ${message.trim().slice(0, MAX_WARNING)}${often}`,
      ];
    })
    .slice(0, 20);
}
