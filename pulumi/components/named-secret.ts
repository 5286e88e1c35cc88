import { createHash } from "node:crypto";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

type Data = Record<string, pulumi.Input<string> | undefined>;

/**
 * Creates a Secret whose name ends in a hash of its content, so that pods that reference it roll when
 * it changes, and the old one exists until they have.
 *
 * @returns the name, which is not secret
 */
export function namedSecret(
  name: string,
  namespace: pulumi.Input<string>,
  data: Data,
  opts: pulumi.CustomResourceOptions,
  type = "Opaque",
): pulumi.Output<string> {
  const stringData = pulumi.secret(pulumi.output(data).apply(present));
  const hash = pulumi.unsecret(stringData.apply(hashOf));
  const secret = new kubernetes.core.v1.Secret(
    name,
    {
      metadata: {
        name: pulumi.interpolate`${name}-${hash}`,
        namespace,
        labels: { "app.kubernetes.io/part-of": "karlo" },
      },
      type,
      immutable: true,
      stringData,
    },
    opts,
  );
  return secret.metadata.name;
}

function present(data: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function hashOf(data: Record<string, string>): string {
  const sorted = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 10);
}
