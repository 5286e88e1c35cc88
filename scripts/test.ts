// `npm test`, on the required Node.
import { runTests } from "./run-vitest.ts";

await runTests(() => process.argv.slice(2));
