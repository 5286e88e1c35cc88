// `npm run bench`, on the required Node: runs the benchmarks of web/bench, or those that are named,
// against the built app with a database of its own. The results are explained in docs/performance.md.

import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { ensureBuild } from "../web/local/build.ts";
import { startPostgres } from "../web/local/embedded-postgres.ts";
import { freePort } from "../web/local/free-port.ts";
import { discardData } from "../web/local/postgres/data-place.ts";
import { findBrowser } from "../web/testing/find-browser.ts";

const web = path.resolve(import.meta.dirname, "../web");
const PORT = process.env.PORT || String(await freePort());
const BARE_PORT = String(await freePort());
const BENCHES = [
  "first-token",
  "chat-memory",
  "tool-call",
  "readers",
  "http",
  "tracing",
  "page",
  "browser",
  "warm-start",
  "reminders",
];
/** Timeout of one benchmark; on an idle machine none takes half of it. */
const TIMEOUT_MS = 600_000;
const selected = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "karlo-bench-"));

await ensureBuild();
const postgres = await startPostgres({ folder });
try {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${availableParallelism()} cores, load average ${load}, Node ${process.versions.node}`,
  );
  const start = performance.now();
  const counts = { pass: 0, MISS: 0 };
  for (const bench of BENCHES) {
    if (selected.length > 0 && !selected.includes(bench)) continue;
    console.log(`-- ${bench}`);
    // A benchmark that fails does not prevent the others.
    const { code, output } = await measure(bench);
    if (code !== 0) console.log(`MISS ${bench} did not come to its end`);
    counts.pass += output.match(/^pass /gm)?.length ?? 0;
    counts.MISS += (output.match(/^MISS /gm)?.length ?? 0) + (code === 0 ? 0 : 1);
    process.exitCode ||= code;
  }
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  console.log(`-- ${counts.pass} bars met, ${counts.MISS} missed, in ${minutes} minutes`);
} finally {
  await postgres.stop();
  discardData(folder);
  process.disconnect?.();
}

/** Runs a benchmark and passes its output on; returns the exit code and the output. */
async function measure(bench: string): Promise<{ code: number; output: string }> {
  const CHROMIUM = ["browser", "warm-start"].includes(bench)
    ? await findBrowser()
    : process.env.CHROMIUM;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(web, "bench", `${bench}.ts`)], {
      stdio: ["ignore", "pipe", "inherit"],
      timeout: TIMEOUT_MS,
      env: {
        ...process.env,
        NODE_ENV: "production",
        CHROMIUM,
        DATABASE_URL: postgres.socketUrl("postgres"),
        BETTER_AUTH_SECRET: "cGVyZm9ybWFuY2UgaXMgYSByYXRpbw-0123456789",
        SIGN_UPS_PER_MINUTE: "10000",
        REQUESTS_PER_MINUTE: "10000000",
        MESSAGES_PER_MINUTE: "100000",
        RUNS_AT_ONCE: "1000",
        TOKENS_PER_DAY: "1000000000",
        LOG_LEVEL: "error",
        HOST: "127.0.0.1",
        PORT,
        BARE_PORT,
        PUBLIC_URL: `http://localhost:${PORT}`,
      },
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
