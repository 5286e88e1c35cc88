// `npm test`, on the required Node. Its last line is "N passed, N failed", also when it cannot start.

import { ensureBuild, generateClient } from "../web/local/build.ts";
import { findBrowser } from "../web/testing/find-browser.ts";
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
