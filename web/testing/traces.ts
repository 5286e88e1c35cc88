import { mkdirSync } from "node:fs";
import path from "node:path";
import type { BrowserContext } from "playwright-core";

const folder = path.resolve(import.meta.dirname, "../../.karlo/traces");

/** Contexts that are open and traced now. */
const traced = new Set<BrowserContext>();

/**
 * Records what happens in a browser context: in CI alone, since it costs time.
 *
 * @param context traced until it closes
 */
export async function trace(context: BrowserContext): Promise<void> {
  if (!process.env.CI) return;
  // Snapshots of the page take a minute beside axe, which changes it all the time.
  await context.tracing.start({ screenshots: true, snapshots: false });
  await context.tracing.startChunk();
  traced.add(context);
  context.once("close", () => traced.delete(context));
}

/**
 * Ends the recording of one test in every open context and begins the next one's.
 *
 * @param failed name of the test if it failed: then the recording is kept in `.karlo/traces`
 */
export async function cutTraces(failed?: string): Promise<void> {
  let count = 0;
  for (const { tracing } of traced) {
    const name = failed?.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80);
    const file = path.join(folder, `${name}-${Date.now()}-${++count}.zip`);
    if (failed) mkdirSync(folder, { recursive: true });
    await tracing.stopChunk(failed ? { path: file } : {});
    if (failed) console.info(`trace of the failed attempt: ${path.relative(process.cwd(), file)}`);
    await tracing.startChunk();
  }
}
