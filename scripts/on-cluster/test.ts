// `npm run test:deploy`, on the required Node.
import path from "node:path";
import { findBrowser } from "../../web/testing/find-browser.ts";
import { runVitest } from "../run-vitest.ts";

process.env.CHROMIUM = await findBrowser();
const config = path.resolve(import.meta.dirname, "../../pulumi/e2e/vitest.config.mts");
process.exitCode = await runVitest(["--config", config, ...process.argv.slice(2)]);
process.disconnect?.();
