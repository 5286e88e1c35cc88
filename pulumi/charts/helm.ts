import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

const VERSION = "v3.21.4";
const own = resolve(__dirname, "../../.karlo/bin");

/**
 * A helm to test the charts with: the one on PATH, a test cluster's, or one that Go builds once for
 * this checkout. Undefined, with the reason on the console, when there is none to be had.
 */
export function findHelm(): string | undefined {
  const cache = process.env.TEST_CLUSTER_CACHE ?? join(homedir(), ".cache", "test-cluster");
  const found = ["helm", join(cache, "bin", "helm"), join(own, "helm")].find((program) =>
    runs(program),
  );
  if (found) return found;
  if (!runs("go", "version")) return missing("there is neither helm nor Go on this machine");
  try {
    execFileSync("go", ["install", `helm.sh/helm/v3/cmd/helm@${VERSION}`], {
      env: { ...process.env, GOBIN: own, CGO_ENABLED: "0" },
      stdio: "pipe",
    });
  } catch (error) {
    return missing(`Go could not build helm: ${(error as Error).message}`);
  }
  return join(own, "helm");
}

/** Runs helm; its output and whether it succeeded. */
export function helm(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", cwd: __dirname });
  return { ok: status === 0, output: stdout, error: stderr };
}

function runs(program: string, argument = "version"): boolean {
  if (program.includes("/") && !existsSync(program)) return false;
  return spawnSync(program, [argument], { stdio: "ignore" }).status === 0;
}

function missing(reason: string): undefined {
  console.warn(`The charts are not tested: ${reason}.`);
  return undefined;
}
