import * as kubernetes from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { hashFiles } from "../build-context";
import type { StackConfig } from "../config";

/**
 * Installs a chart of pulumi/charts as a release of the same name. Helm waits for it and rolls it back
 * when it does not become ready; it is upgraded when its values or templates change.
 */
export function localChart(
  name: "karlo" | "postgres",
  { namespace, config }: { namespace: pulumi.Input<string>; config: StackConfig },
  values: Record<string, unknown>,
  opts: pulumi.CustomResourceOptions,
): kubernetes.helm.v3.Release {
  const chart = `./charts/${name}`;
  return new kubernetes.helm.v3.Release(
    name,
    {
      name,
      chart,
      namespace,
      atomic: true,
      timeout: config.readyTimeoutSeconds,
      maxHistory: 10,
      values: { ...values, chartHash: hashFiles(chart) },
    },
    opts,
  );
}
