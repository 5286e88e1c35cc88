import { readStackFile } from "../testing/stack-file";
import type { Cluster } from "./cluster";
import { canRun } from "./environment";
import { HelmStack } from "./helm-stack";
import { PulumiStack } from "./pulumi-stack";
import type { ConfigChange, Stack } from "./stack";

/** Creates a stack of the copied sources, deployed by Pulumi, or by helm where Pulumi is not installed. */
export async function makeStack(
  name: "dev" | "prod",
  namespace: string,
  sources: string,
  cluster: Cluster,
  change: ConfigChange,
): Promise<Stack> {
  const config = { ...readStackFile(sources, name), context: cluster.context, ...change };
  if (canRun("pulumi")) return PulumiStack.create(name, namespace, sources, config);
  console.warn("Pulumi is not installed: testing with helm, on the values of the program.");
  return new HelmStack(name, namespace, sources, cluster, config);
}
