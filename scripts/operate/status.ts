import { componentOf, hasCondition, imageOf, type Objects, type Pod } from "./objects.ts";
import type { Target } from "./target.ts";

/** Lines that say how a stack is: its version, pods, database, autoscaler and last backup. */
export function readStatus(objects: Objects, { app, title, namespace }: Target): string[] {
  const { deployments, statefulSets, pods, autoscalers, jobs, claims } = objects;
  const deployment = deployments.find(({ metadata }) => metadata.name === app);
  const lines = [`${title}, namespace ${namespace}`];
  if (!deployment) lines.push(`deployment/${app}: there is none`);
  else {
    const { readyReplicas = 0 } = deployment.status;
    lines.push(
      `image: ${imageOf(deployment)}`,
      `pods of the app: ${readyReplicas} of ${deployment.spec.replicas} ready`,
    );
  }
  const shown = pods.filter((pod) => ["web", undefined].includes(componentOf(pod)));
  lines.push(...shown.map(describePod));
  for (const { metadata, spec, status } of statefulSets)
    lines.push(`${metadata.name}: ${status.readyReplicas ?? 0} of ${spec.replicas} ready`);
  for (const { metadata, status } of claims) lines.push(`volume ${metadata.name}: ${status.phase}`);
  for (const { spec, status } of autoscalers)
    lines.push(
      `autoscaler: ${status.currentReplicas ?? "?"} of ${spec.minReplicas} to ${spec.maxReplicas}`,
    );
  const backups = jobs
    .filter((job) => componentOf(job) === "backup")
    .sort((a, b) => a.metadata.creationTimestamp.localeCompare(b.metadata.creationTimestamp));
  const last = backups.at(-1);
  if (last)
    lines.push(
      `last backup: ${last.metadata.name}, ${hasCondition(last.status.conditions, "Complete") ? `complete ${last.status.completionTime}` : hasCondition(last.status.conditions, "Failed") ? "failed" : "at work"}`,
    );
  return lines;
}

function describePod({ metadata, status }: Pod): string {
  const containers = status.containerStatuses ?? [];
  const ready = containers.every((container) => container.ready) && containers.length > 0;
  const restarts = containers.reduce((sum, { restartCount }) => sum + restartCount, 0);
  const waiting = containers.find(({ state }) => state.waiting)?.state.waiting?.reason;
  return `  ${metadata.name}: ${ready ? "ready" : (waiting ?? status.phase)}, ${restarts} restarts, since ${metadata.creationTimestamp}`;
}
