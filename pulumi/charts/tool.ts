import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

const binFolder = resolve(__dirname, "../../.karlo/bin");

/** The result of a program. */
export interface RunResult {
  ok: boolean;
  output: string;
  error: string;
}

/**
 * Finds a program to test the charts with: on PATH, in the cache of a test cluster, or built with Go
 * once per checkout. Undefined, with the reason on the console, when it is not available.
 *
 * @param module the Go module and version that it is built from
 * @param version the argument by which it tells its version
 */
export function findTool(name: string, module: string, version = "version"): string | undefined {
  const runs = (program: string, argument = version) => answers(program, argument);
  const cache = process.env.TEST_CLUSTER_CACHE ?? join(homedir(), ".cache", "test-cluster");
  const found = [name, join(cache, "bin", name), join(binFolder, name)].find((program) =>
    runs(program),
  );
  if (found) return found;
  if (!runs("go", "version"))
    return missing(name, `there is neither ${name} nor Go on this machine`);
  try {
    execFileSync("go", ["install", module], {
      env: { ...process.env, GOBIN: binFolder, CGO_ENABLED: "0" },
      stdio: "pipe",
    });
  } catch (error) {
    return missing(name, `Go could not build ${name}: ${(error as Error).message}`);
  }
  return join(binFolder, name);
}

/** Runs a program in the folder of the charts. */
export function run(program: string, args: string[], input?: string): RunResult {
  const options = { encoding: "utf8", cwd: __dirname, input } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  return { ok: status === 0, output: stdout ?? "", error: error?.message ?? stderr };
}

function answers(program: string, argument: string): boolean {
  if (program.includes("/") && !existsSync(program)) return false;
  return spawnSync(program, [argument], { stdio: "ignore" }).status === 0;
}

function missing(name: string, reason: string): undefined {
  console.warn(`The charts are not tested with ${name}: ${reason}.`);
  return undefined;
}
