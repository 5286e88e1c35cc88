// The second half of `npm run test:deploy`: find a browser, run the journey of pulumi/deploy.
import path from "node:path";
import { findBrowser } from "./browser.ts";
import { runVitest } from "./run-vitest.ts";

process.env.CHROMIUM = await findBrowser();
const config = path.resolve(import.meta.dirname, "../pulumi/deploy/vitest.config.mts");
process.exitCode = await runVitest(["--config", config, ...process.argv.slice(2)]);
process.disconnect?.();
