import type { Kubectl } from "../stack/kubectl.ts";
import type { Finding } from "./explain.ts";
import { componentOf, type Objects } from "./objects.ts";

/** The share of a disk, in percent, from which writes will soon fail. */
const NEARLY_FULL = 90;

/** Finds the database pods whose volume is full or nearly so. A pod that cannot be asked says nothing. */
export async function findFullDisks(kubectl: Kubectl, objects: Objects): Promise<Finding[]> {
  const databases = objects.pods.filter(
    (pod) => componentOf(pod) === undefined && pod.status.phase === "Running",
  );
  const found = await Promise.all(
    databases.map(async ({ metadata }) => {
      const { ok, output } = await kubectl.try(["exec", metadata.name, "--", "df", "-P"]);
      const volume = ok ? readVolume(output) : null;
      return volume && volume.percent >= NEARLY_FULL
        ? [fullDisk(metadata.name, volume.percent, volume.free)]
        : [];
    }),
  );
  return found.flat();
}

function fullDisk(pod: string, percent: number, free: number): Finding {
  return {
    where: `pod/${pod} (database)`,
    why: `its volume is ${percent} % full, ${Math.round(free / 1024)} MiB are free: writes fail when none is`,
    next: "Give it a larger volume (karlo:database.storage) or delete what fills it; reads go on meanwhile.",
    state: "broken",
  };
}

/**
 * Reads the volume of PostgreSQL's data from the output of `df -P`, sizes in KiB.
 *
 * @returns null when the data has no volume of its own
 */
export function readVolume(output: string): { percent: number; free: number } | null {
  for (const line of output.split("\n")) {
    const [, , , free = "", percent = "", mount = ""] = line.trim().split(/\s+/);
    if (mount.startsWith("/var/lib/postgresql"))
      return { percent: Number.parseInt(percent, 10), free: Number(free) };
  }
  return null;
}
