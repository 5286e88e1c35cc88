import * as kubernetes from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";

/** Installs one version of a chart from a public repository as a release of the same name. */
export function publicChart(
  name: string,
  { repo, version }: { repo: string; version: string },
  namespace: pulumi.Input<string>,
  values: Record<string, unknown>,
  opts: pulumi.CustomResourceOptions,
  options: { createNamespace?: boolean; skipCrds?: boolean } = {},
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
      ...options,
    },
    opts,
  );
}
