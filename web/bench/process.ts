// Starts the measured processes with the flags of the image.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const web = path.resolve(import.meta.dirname, "..");

/** URL of the measured server. */
export const url = process.env.PUBLIC_URL ?? "";

const dockerfile = readFileSync(path.join(web, "Dockerfile"), "utf8");

/** The arguments of Node in the image. */
const FLAGS = /ENTRYPOINT \["node", (.*)\]/
  .exec(dockerfile)?.[1]
  ?.split(", ")
  .map((flag) => JSON.parse(flag) as string);

/** The settings of malloc in the image. */
const MALLOC = Object.fromEntries(
  [...dockerfile.matchAll(/(MALLOC_\w+)=(\d+)/g)].map(([, name, value]) => [name, value]),
);

// The exit handlers below then kill the child processes.
process.once("SIGTERM", () => process.exit(143));

/** Starts Node with `args` in a child process, which is killed on exit. */
function spawnNode(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    cwd: web,
    env: { ...process.env, ...MALLOC, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const exited = new Promise<void>((resolve) => {
    child.on("exit", () => {
      process.off("exit", kill);
      resolve();
    });
  });
  return { pid: child.pid, exited, stop: () => child.kill("SIGTERM") };
}

/** Migrates the database and starts Karlo; resolves when it is ready, at `url` unless it is given another. */
export async function startKarlo(environment: Record<string, string> = {}, at = url) {
  await spawnNode([...(FLAGS ?? []), "migrate"]).exited;
  const server = spawnNode([...(FLAGS ?? []), "serve"], environment);
  await waitUntilOk(`${at}/ready`, server.exited);
  return server;
}

/** Starts a baseline program with the same flags; resolves when it responds. */
export async function startBaseline(
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
  await waitUntilOk(`${at}/`, server.exited);
  return { ...server, url: at };
}

/** Polls an address until it responds with success. Throws when the process has exited. */
async function waitUntilOk(address: string, exited: Promise<void>): Promise<void> {
  let stopped = false;
  exited.then(() => {
    stopped = true;
  });
  while (!(await fetch(address).catch(() => null))?.ok) {
    if (stopped) throw new Error(`The server of ${address} has exited.`);
    await pause(50);
  }
}

/** Returns the resident memory of a process in MiB; NaN on systems other than Linux. */
export function memory(pid: number | undefined): number {
  if (process.platform !== "linux") return Number.NaN;
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** Resolves after `ms` milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
