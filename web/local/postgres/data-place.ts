import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { StartError } from "../start-error.ts";
import { reachableFolders, triedFolders } from "./reachable-folders.ts";
import { canEnter, type Identity } from "./server-identity.ts";
import { liveServer } from "./server-process.ts";

/** Beside the data outside of its folder: the path of the folder whose link leads there. */
const OWNER = "belongs-to";

/**
 * Where the database of a data folder is: in it, or, where the server's user cannot reach that, in
 * a folder of the system that a link in it leads to. Data that is out of reach is moved there once.
 * Makes no database.
 *
 * @param folder the data folder, which is there
 * @param temporary the data need not outlive the server
 * @returns the path that the server is given
 * @throws StartError
 */
export function placeData(folder: string, identity: Identity, temporary: boolean): string {
  const link = path.join(folder, "postgres");
  finishMove(link);
  const here = lstatSync(link, { throwIfNoEntry: false });
  if (here && !existsSync(path.dirname(target(link)))) {
    throw new StartError(
      `The database of ${folder} was in ${target(link)}, which is gone; bring it back, or remove ${link} to begin anew.`,
    );
  }
  if (identity.uid === undefined) return link;
  const place = () => makePlace(folder, identity, temporary || isInside(tmpdir(), folder));
  if (!here) {
    if (canEnter(identity, folder)) return link;
    const data = place();
    symlinkSync(data, link);
    return data;
  }
  const data = target(link);
  const copied = isOfAnother(data, folder);
  if (!copied && canEnter(identity, path.dirname(data))) {
    claim(data, folder);
    takeOver(data, identity);
    return data;
  }
  const server = liveServer(data);
  if (server) {
    throw new StartError(
      `A database server (process ${server}) works on ${data}, which the user ${identity.uid} may not enter, or which is another Karlo's; stop that first.`,
    );
  }
  const moved = place();
  move(data, moved, link, copied);
  takeOver(moved, identity);
  return moved;
}

/** Removes a data folder whose server has stopped, and its database wherever that is. */
export function discardData(folder: string): void {
  const link = path.join(folder, "postgres");
  const data = lstatSync(link, { throwIfNoEntry: false }) && target(link);
  const outside = data && ownerOf(data) === realpathSync(folder);
  rmSync(folder, { recursive: true, force: true });
  if (outside) rmSync(path.dirname(data), { recursive: true, force: true });
}

function target(link: string): string {
  if (!lstatSync(link).isSymbolicLink()) return link;
  return path.resolve(path.dirname(link), readlinkSync(link));
}

function makePlace(folder: string, identity: Identity, temporary: boolean): string {
  const clone = path.basename(folder) === ".karlo" ? path.dirname(folder) : folder;
  const name =
    path
      .basename(clone)
      .replace(/[^\w.-]/g, "")
      .slice(0, 30) || "data";
  for (const found of reachableFolders(identity, temporary)) {
    try {
      const place = mkdtempSync(path.join(found.folder, `${name}-`));
      chmodSync(place, 0o711);
      writeFileSync(path.join(place, OWNER), `${realpathSync(folder)}\n`);
      if (found.temporary && !temporary) {
        console.error(
          `karlo: the database is kept in ${place}, which the system may empty; set KARLO_DATA to a folder that the user ${identity.uid} may enter.`,
        );
      }
      return path.join(place, "postgres");
    } catch {
      // It cannot be written: the next one.
    }
  }
  throw new StartError(
    `The user ${identity.uid}, as whom the database runs, may not enter ${folder}, and no folder could be made in ${triedFolders}; set KARLO_DATA to a folder that it may enter.`,
  );
}

function ownerOf(data: string): string | undefined {
  const file = path.join(path.dirname(data), OWNER);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

/** True for the data of another folder: this one is a copy of it, link and all. */
function isOfAnother(data: string, folder: string): boolean {
  const owner = ownerOf(data);
  const link = owner && path.join(owner, "postgres");
  if (!link || !lstatSync(link, { throwIfNoEntry: false }) || target(link) !== data) return false;
  const [there, here] = [statSync(owner), statSync(folder)];
  return there.dev !== here.dev || there.ino !== here.ino;
}

/** The folder may have been moved since. */
function claim(data: string, folder: string): void {
  const owner = ownerOf(data);
  const here = realpathSync(folder);
  if (owner !== undefined && owner !== here) {
    writeFileSync(path.join(path.dirname(data), OWNER), `${here}\n`);
  }
}

/** Root brings data back from a copy as its own, which the server does not take. */
function takeOver(data: string, { uid, gid }: Identity): void {
  if (statSync(data, { throwIfNoEntry: false })?.uid === 0) {
    execFileSync("chown", ["-R", `${uid}:${gid}`, data], { stdio: "pipe" });
  }
}

/** Puts data at a place that does not exist yet and lets the link lead there; a kill loses nothing. */
function move(data: string, place: string, link: string, keep: boolean): void {
  const { next, old } = whileMoving(link);
  rmSync(next, { force: true });
  symlinkSync(place, next);
  if (keep || !renamed(data, place)) {
    copy(data, place);
    if (data === link) renameSync(link, old);
  }
  renameSync(next, link);
  if (!keep) rmSync(data === link ? old : data, { recursive: true, force: true });
}

/** Ends a move that was interrupted. */
function finishMove(link: string): void {
  const { next, old } = whileMoving(link);
  const has = (file: string) => lstatSync(file, { throwIfNoEntry: false });
  if (!has(link) && has(next) && existsSync(target(next))) renameSync(next, link);
  if (has(link)?.isSymbolicLink()) rmSync(old, { recursive: true, force: true });
}

const whileMoving = (link: string) => ({ next: `${link}-next`, old: `${link}-old` });

function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EXDEV") return false;
    throw error;
  }
}

function copy(from: string, to: string): void {
  const part = `${to}-part`;
  try {
    execFileSync("cp", ["-a", from, part], { stdio: "pipe" });
    renameSync(part, to);
  } catch (error) {
    rmSync(path.dirname(to), { recursive: true, force: true });
    const { stderr, message } = error as Error & { stderr?: Buffer };
    throw new StartError(
      `The database could not be copied from ${from} to ${to}: ${stderr?.toString().trim().split("\n").at(-1) || message}. It is where it was.`,
    );
  }
}

function isInside(parent: string, folder: string): boolean {
  const way = path.relative(realpathSync(parent), realpathSync(folder));
  return way === "" || (!way.startsWith("..") && !path.isAbsolute(way));
}
