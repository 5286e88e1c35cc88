import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cluster } from "./cluster";
import { runOrThrow } from "./commands";
import { decodeHelmRelease } from "./find-leaks";
import type { Stack } from "./stack";

/**
 * Collects the places that a secret may have leaked to, by name: Pulumi's state, Helm's releases, the
 * objects other than Secrets, the logs, and the layers of the image.
 */
export async function collectLeakSources(
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
      items.map(({ metadata, data }) => [metadata.name, decodeHelmRelease(data.release)]),
    ),
    ...(await imageLayers(image, stack.sources)),
  };
}

async function imageLayers(image: string, folder: string): Promise<Record<string, Uint8Array>> {
  const saved = join(folder, "image");
  mkdirSync(saved);
  await runOrThrow("sh", ["-c", 'docker save "$1" | tar -x -C "$2"', "sh", image, saved]);
  return Object.fromEntries(
    readdirSync(saved, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`the image, ${file.slice(saved.length)}`, readFileSync(file)]),
  );
}
