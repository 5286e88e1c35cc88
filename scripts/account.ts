// The second half of `npm run account`, on the right Node. It works on the database at DATABASE_URL,
// else on Karlo's own, which it starts for as long as it needs unless it runs already.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuild } from "./build.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { dataFolder, environmentOf } from "./local-environment.ts";
import { joinPostgres } from "./shared-postgres.ts";
import { StartError } from "./start-error.ts";

const web = path.resolve(import.meta.dirname, "../web");
const USAGE = "It takes: npm run account -- reset-password EMAIL";

let postgres: EmbeddedPostgres | undefined;
try {
  const [command, email, ...rest] = process.argv.slice(2);
  if (command !== "reset-password" || !email || rest.length > 0) throw new StartError(USAGE);
  if (!process.env.DATABASE_URL) postgres = await joinPostgres(dataFolder);
  await ensureBuild();
  const app = await import(pathToFileURL(path.join(web, "build/server/index.js")).href);
  const password: string | null = await app.resetAccountPassword(
    environmentOf(postgres),
    web,
    email,
  );
  if (password === null) throw new StartError(`There is no account with the address ${email}.`);
  console.log(`\n  New password of ${email}: ${password}\n`);
  console.log("  It is shown this once. Every session of the account has ended.\n");
} catch (error) {
  const { name, message } = error as Error;
  console.error(
    `karlo: ${name === "StartError" ? message : `the password was not reset: ${message}`}`,
  );
  process.exitCode = 1;
} finally {
  await postgres?.stop();
  process.disconnect?.();
}
