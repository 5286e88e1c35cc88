import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cluster } from "./cluster";
import { must } from "./commands";
import { openHelmRelease } from "./find-marks";
import type { Stack } from "./stack";

/**
 * Everywhere a secret of a stack could have leaked to, by name: its state, what Helm keeps, what is
 * rendered but for the Secrets themselves, the layers of the image, the logs.
 */
export async function secretPlaces(
  stack: Stack,
  cluster: Cluster,
  image: string,
): Promise<Record<string, string | Uint8Array>> {
  const kubectl = (...args: string[]) => cluster.kubectl("-n", stack.namespace, ...args);
  const { items } = await cluster.get<{
    items: { metadata: { name: string }; data: { release: string } }[];
  }>(...(["secrets", "-n", stack.namespace, "-l", "owner=helm"] as const));
  const kinds = "configmaps,deployments,statefulsets,jobs,cronjobs,pods,events,services,ingresses";
  return {
    "the state": await stack.state(),
    "the objects": await kubectl("get", kinds, "-o", "yaml"),
    "the logs": await kubectl(
      "logs",
      "-l",
      "app.kubernetes.io/instance",
      "--tail=-1",
      "--all-containers",
    ),
    ...Object.fromEntries(
      items.map(({ metadata, data }) => [metadata.name, openHelmRelease(data.release)]),
    ),
    ...(await imageLayers(image, stack.sources)),
  };
}

async function imageLayers(image: string, folder: string): Promise<Record<string, Uint8Array>> {
  const saved = join(folder, "image");
  mkdirSync(saved);
  await must("sh", ["-c", 'docker save "$1" | tar -x -C "$2"', "sh", image, saved]);
  return Object.fromEntries(
    readdirSync(saved, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`the image, ${file.slice(saved.length)}`, readFileSync(file)]),
  );
}
