import { spawnSync } from "node:child_process";
import type { Change } from "./stack";

interface Found {
  context: string;
  /** `karlo:image` of a stack there. */
  delivery: Change;
  /** Why there is none; null when all is there. */
  missing: string | null;
}

/**
 * The cluster to test on, and how an image reaches it. A cluster is used when it was named
 * (`KARLO_TEST_CONTEXT`): whatever else kubectl points to is somebody's. Images are loaded by Minikube,
 * or by the command in `KARLO_TEST_LOAD`, which holds `{image}`.
 */
export function findCluster(): Found {
  const context = process.env.KARLO_TEST_CONTEXT ?? "";
  const load = process.env.KARLO_TEST_LOAD;
  const delivery = load ? { delivery: "command", command: load } : { delivery: "minikube" };
  return { context, delivery, missing: whatIsMissing(context) };
}

function whatIsMissing(context: string): string | null {
  if (context === "") return "KARLO_TEST_CONTEXT names no context to deploy to";
  for (const program of ["kubectl", "helm", "docker"])
    if (!canRun(program)) return `${program} cannot be run`;
  const { status, stderr } = spawnSync("kubectl", ["--context", context, "get", "namespaces"]);
  return status === 0 ? null : `the cluster does not answer: ${stderr}`.trim();
}

/** Whether a program is on PATH. */
export function canRun(program: string): boolean {
  return spawnSync(program, ["--help"], { stdio: "ignore" }).error === undefined;
}
