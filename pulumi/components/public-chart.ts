import * as kubernetes from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";

/** Installs a chart of a public repository, of one version, as the release of its name. */
export function publicChart(
  name: string,
  { repo, version }: { repo: string; version: string },
  namespace: pulumi.Input<string>,
  values: Record<string, unknown>,
  opts: pulumi.CustomResourceOptions,
  how: { createNamespace?: boolean; skipCrds?: boolean } = {},
): kubernetes.helm.v3.Release {
  return new kubernetes.helm.v3.Release(
    name,
    {
      name,
      chart: name,
      version,
      repositoryOpts: { repo },
      namespace,
      atomic: true,
      timeout: 300,
      maxHistory: 5,
      values,
      ...how,
    },
    opts,
  );
}
