// The second half of `npm test`: generate, build, find a browser, run Vitest, say how it went.
import { findBrowser } from "./browser.ts";
import { ensureBuild, generateClient } from "./build.ts";
import { runVitest } from "./run-vitest.ts";

try {
  await generateClient();
  await ensureBuild();
  process.env.CHROMIUM = await findBrowser();
  process.exitCode = await runVitest(process.argv.slice(2));
} catch (error) {
  console.error(`karlo: ${(error as Error).message}`);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
process.disconnect?.();
