import { readStackFile } from "../testing/stack-file";
import type { Cluster } from "./cluster";
import { canRun } from "./environment";
import { HelmStack } from "./helm-stack";
import { PulumiStack } from "./pulumi-stack";
import type { Change, Stack } from "./stack";

/** A stack of the copied sources by Pulumi; where that is not installed, the same by helm. */
export async function makeStack(
  name: "dev" | "prod",
  namespace: string,
  sources: string,
  cluster: Cluster,
  change: Change,
): Promise<Stack> {
  const config = { ...readStackFile(sources, name), context: cluster.context, ...change };
  if (canRun("pulumi")) return PulumiStack.make(name, namespace, sources, config);
  console.warn("Pulumi is not installed: the same journey by helm, on the values of the program.");
  return new HelmStack(name, namespace, sources, cluster, config);
}
