// `npm run test:deploy` and `npm run demo`, on the required Node: the tests of a configuration of Vitest, its path
// below `pulumi/e2e` first.
import path from "node:path";
import { findBrowser } from "../../web/testing/find-browser.ts";
import { runVitest } from "../run-vitest.ts";

process.env.CHROMIUM = await findBrowser();
const [file = "", ...args] = process.argv.slice(2);
const config = path.resolve(import.meta.dirname, "../../pulumi/e2e", file);
process.exitCode = await runVitest(["--config", config, ...args]);
process.disconnect?.();
