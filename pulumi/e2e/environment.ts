import { spawnSync } from "node:child_process";
import type { ConfigChange } from "./stack";

/** The cluster to test on. */
interface TestCluster {
  context: string;
  /** `karlo:image` of a stack on it. */
  delivery: ConfigChange;
  /** Why the tests cannot run; null when they can. */
  missing: string | null;
}

/**
 * Finds the cluster to test on, and how to load images. Only a context named in `KARLO_TEST_CONTEXT` is
 * used, never the current one. Images are loaded by Minikube, or by the command in `KARLO_TEST_LOAD`,
 * which contains `{image}`.
 */
export function findCluster(): TestCluster {
  const context = process.env.KARLO_TEST_CONTEXT ?? "";
  const load = process.env.KARLO_TEST_LOAD;
  const delivery = load ? { delivery: "command", command: load } : { delivery: "minikube" };
  return { context, delivery, missing: findMissing(context) };
}

function findMissing(context: string): string | null {
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
