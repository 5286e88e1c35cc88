// The processes that are measured: begun as the image begins them, watched from outside.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const web = path.resolve(import.meta.dirname, "..");

/** Where the measured server is. */
export const url = process.env.PUBLIC_URL ?? "";

/** What the image begins Node with. */
const FLAGS = /ENTRYPOINT \["node", (.*)\]/
  .exec(readFileSync(path.join(web, "Dockerfile"), "utf8"))?.[1]
  ?.split(", ")
  .map((flag) => JSON.parse(flag) as string);

// A bench that is ended leaves nobody behind.
process.once("SIGTERM", () => process.exit(143));

/** Begins Node with `args`; without any file of its own it is what the image runs. */
function spawnNode(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    cwd: web,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise<void>((resolve) => {
    child.on("exit", () => {
      process.off("exit", kill);
      resolve();
    });
  });
  return { pid: child.pid, ended, stop: () => child.kill("SIGTERM") };
}

/** Migrates the database, then serves Karlo; resolves when it is ready. */
export async function beginKarlo(environment: Record<string, string> = {}) {
  await spawnNode([...(FLAGS ?? []), "migrate"]).ended;
  const server = spawnNode([...(FLAGS ?? []), "serve"], environment);
  await answers(`${url}/ready`, server.ended);
  return server;
}

/** Serves one of the programs Karlo is compared with, under the same flags; resolves when it answers. */
export async function beginBare(
  program: string,
  port: number,
  environment: Record<string, string> = {},
) {
  const flags = FLAGS?.filter((flag) => flag.startsWith("-")) ?? [];
  const server = spawnNode([...flags, path.join(web, "bench", program)], {
    ...environment,
    PORT: String(port),
  });
  const at = `http://127.0.0.1:${port}`;
  await answers(`${at}/`, server.ended);
  return { ...server, url: at };
}

async function answers(address: string, ended: Promise<void>): Promise<void> {
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  while (!(await fetch(address).catch(() => null))?.ok) {
    if (gone) throw new Error(`What was to answer at ${address} has ended.`);
    await pause(50);
  }
}

/** Resident memory of a process in MiB; NaN where the system does not tell. */
export function memory(pid: number | undefined): number {
  if (process.platform !== "linux") return Number.NaN;
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
