// The second half of `npm run bench`: the built app on a database of its own, and each bench of
// `web/bench` against it, or those that are named. How to read the figures: docs/performance.md.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { findBrowser } from "./browser.ts";
import { ensureBuild } from "./build.ts";
import { startPostgres } from "./embedded-postgres.ts";
import { freePort } from "./free-port.ts";

const web = path.resolve(import.meta.dirname, "../web");
const PORT = process.env.PORT || String(await freePort());
const BARE_PORT = String(await freePort());
const BENCHES = ["first-token", "tool-call", "readers", "http", "page", "browser"];
/** A bench that takes longer is ended; on a quiet machine none takes half of it. */
const LONGEST_MS = 600_000;
const wanted = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "karlo-bench-"));

await ensureBuild();
const postgres = await startPostgres({ folder });
try {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${availableParallelism()} cores, load average ${load}, Node ${process.versions.node}`,
  );
  const begun = performance.now();
  const met = { pass: 0, MISS: 0 };
  for (const bench of BENCHES) {
    if (wanted.length > 0 && !wanted.includes(bench)) continue;
    console.log(`-- ${bench}`);
    // One that fails keeps none of the others from being measured.
    const { code, said } = await measure(bench);
    if (code !== 0) console.log(`MISS ${bench} did not come to its end`);
    met.pass += said.match(/^pass /gm)?.length ?? 0;
    met.MISS += (said.match(/^MISS /gm)?.length ?? 0) + (code === 0 ? 0 : 1);
    process.exitCode ||= code;
  }
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  console.log(`-- ${met.pass} bars met, ${met.MISS} missed, in ${minutes} minutes`);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.disconnect?.();
}

/** Runs a bench; what it says is shown as it comes. */
async function measure(bench: string): Promise<{ code: number; said: string }> {
  const CHROMIUM = bench === "browser" ? await findBrowser() : process.env.CHROMIUM;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(web, "bench", `${bench}.ts`)], {
      stdio: ["ignore", "pipe", "inherit"],
      timeout: LONGEST_MS,
      env: {
        ...process.env,
        NODE_ENV: "production",
        CHROMIUM,
        DATABASE_URL: postgres.socketUrl("postgres"),
        BETTER_AUTH_SECRET: "cGVyZm9ybWFuY2UgaXMgYSByYXRpbw-0123456789",
        SIGN_UPS_PER_MINUTE: "10000",
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
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      process.stdout.write(text);
    });
    child.on("close", (code) => resolve({ code: code ?? 1, said }));
  });
}
