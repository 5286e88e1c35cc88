// The build as a step of its own. With `--check` it builds nothing: the exit code is 0 when the build of
// these sources is there.
import { ensureBuild, isBuilt } from "../web/local/build.ts";

if (process.argv.includes("--check")) {
  process.exitCode = isBuilt() ? 0 : 1;
} else {
  await ensureBuild().catch((error: Error) => {
    console.error(`karlo: ${error.message}`);
    process.exitCode = 1;
  });
}
