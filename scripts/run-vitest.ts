import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuild, generateClient } from "../web/local/build.ts";
import { findBrowser } from "../web/testing/find-browser.ts";

const root = path.resolve(import.meta.dirname, "..");

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/**
 * Runs Vitest and prints `N passed, N failed` as the last line.
 *
 * @param args Vitest's own: filters, options
 * @returns the exit code: 1 when anything failed
 */
export async function runVitest(filters: string[]): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "karlo-test-"));
  const file = path.join(folder, "report.json");
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await new Promise<number>((resolve) => {
    const child = spawn(process.execPath, [vitest, "run", ...reporters, ...filters], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, NODE_ENV: "test" },
    });
    for (const signal of ["SIGTERM", "SIGINT"] as const)
      process.on(signal, () => child.kill(signal));
    child.on("exit", (exit) => resolve(exit ?? 1));
  });
  const { passed, failed, skipped } = count(file);
  rmSync(folder, { recursive: true });
  // A run that failed without a failed test failed all the same.
  const failures = code !== 0 && failed === 0 ? 1 : failed;
  console.log(`${passed} passed, ${failures} failed${skipped ? `, ${skipped} skipped` : ""}`);
  return failures > 0 ? 1 : 0;
}

/**
 * Makes what the tests need, runs them and ends the process. The last line is "N passed, N failed", also when they cannot
 * start.
 *
 * @param toArguments gives the arguments of Vitest; what it throws is a failure too
 */
export async function runTests(toArguments: () => string[]): Promise<void> {
  try {
    const args = toArguments();
    await generateClient();
    await ensureBuild();
    process.env.CHROMIUM = await findBrowser();
    process.exitCode = await runVitest(args);
  } catch (error) {
    console.error(`karlo: ${(error as Error).message}`);
    console.log("0 passed, 1 failed");
    process.exitCode = 1;
  }
  process.disconnect?.();
}

function count(file: string): { passed: number; failed: number; skipped: number } {
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as Report;
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
