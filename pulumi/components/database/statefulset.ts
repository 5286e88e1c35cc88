import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../../config";
import { localChart } from "../local-chart";
import { namedSecret } from "../named-secret";
import { type DatabaseUrls, dataOptions } from "./data";

interface StatefulSetArgs {
  namespace: pulumi.Input<string>;
  database: Extract<StackConfig["database"], { mode: "statefulset" }>;
  config: StackConfig;
  password: pulumi.Output<string>;
}

/** Installs the chart `postgres`, a single instance. */
export function statefulset(
  { database, namespace, config, password }: StatefulSetArgs,
  parent: pulumi.Resource,
): DatabaseUrls {
  const { retainOnDelete, protect } = dataOptions({ database });
  const passwordSecret = namedSecret(
    "postgres-password",
    namespace,
    { password },
    { parent, retainOnDelete },
  );
  const release = localChart(
    "postgres",
    { namespace, config },
    {
      image: { name: database.image },
      passwordSecret,
      storage: {
        size: database.storage,
        className: database.storageClass ?? "",
        keep: database.keep,
      },
    },
    { parent, protect, retainOnDelete },
  );
  const host = pulumi.interpolate`${release.name}.${namespace}.svc`;
  const encoded = password.apply(encodeURIComponent);
  return { app: pulumi.interpolate`postgresql://karlo:${encoded}@${host}:5432/karlo` };
}
