import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { canEnter, type Identity } from "./server-identity.ts";

const LASTING = ["/var/lib", "/srv", "/opt"];
const NAME = "karlo";

/** A folder of Karlo's own, outside of the clone. */
export interface ReachableFolder {
  folder: string;
  /** True where the system may empty it, at a restart or by age. */
  temporary: boolean;
}

/**
 * Folders for what the server's user cannot reach where it is, the most fitting first; each is made
 * when it is asked for. Root's alone to write, so that nobody else puts a program there.
 *
 * @param temporary the content need not last
 */
export function* reachableFolders(
  identity: Identity,
  temporary: boolean,
): Generator<ReachableFolder> {
  const lasting = LASTING.map((parent) => ({ parent, temporary: false }));
  const passing = [...new Set([tmpdir(), "/var/tmp", "/tmp"])].map((parent) => ({
    parent,
    temporary: true,
  }));
  for (const place of temporary ? [...passing, ...lasting] : [...lasting, ...passing]) {
    const folder = path.join(place.parent, NAME);
    if (isOwn(folder) && canEnter(identity, folder)) yield { folder, temporary: place.temporary };
  }
}

/** The parents that are tried, for messages. */
export const triedFolders = LASTING.map((parent) => path.join(parent, NAME)).join(", ");

function isOwn(folder: string): boolean {
  try {
    mkdirSync(folder);
    // Whatever the umask is.
    chmodSync(folder, 0o755);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
  }
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0;
}
