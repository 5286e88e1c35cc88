// The entry of the server build: what the image runs, and what `npm start` imports.
import path from "node:path";
import { runCommandLine } from "#app/process/command-line";

export {
  applyMigrations,
  captureConsole,
  pages,
  resetAccountPassword,
  serve,
  serveMcp,
  turnOffSecondFactor,
} from "#app/process/serve";

if (import.meta.main) {
  void runCommandLine(path.resolve(import.meta.dirname, "../.."), process.argv.slice(2));
}
