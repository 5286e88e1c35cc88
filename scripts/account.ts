// `npm run account`, on the required Node. Uses the database of DATABASE_URL, else the embedded one,
// which it starts unless it is running.
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { EmbeddedPostgres } from "../web/local/embedded-postgres.ts";
import { dataFolder, environmentOf } from "../web/local/local-environment.ts";
import { joinPostgres } from "../web/local/shared-postgres.ts";
import { StartError } from "../web/local/start-error.ts";

const web = path.resolve(import.meta.dirname, "../web");
const COMMANDS = ["reset-password", "turn-off-second-factor"];
const USAGE = `It takes: ${COMMANDS.map((name) => `npm run account -- ${name} EMAIL`).join(", or ")}`;

let postgres: EmbeddedPostgres | undefined;
try {
  const [command, email, ...rest] = process.argv.slice(2);
  if (!command || !COMMANDS.includes(command) || !email || rest.length > 0)
    throw new StartError(USAGE);
  if (!process.env.DATABASE_URL) postgres = await joinPostgres(dataFolder);
  const app = await import(pathToFileURL(path.join(web, "build/server/index.js")).href);
  await (command === "reset-password" ? resetPassword(app, email) : turnOff(app, email));
} catch (error) {
  const { name, message } = error as Error;
  console.error(`karlo: ${name === "StartError" ? message : `nothing was changed: ${message}`}`);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
  process.disconnect?.();
}

/** The parts of the server build that this command uses. */
interface App {
  resetAccountPassword(env: object, root: string, email: string): Promise<string | null>;
  turnOffSecondFactor(env: object, root: string, email: string): Promise<boolean | null>;
}

async function resetPassword(app: App, email: string): Promise<void> {
  const password = await app.resetAccountPassword(environmentOf(postgres), web, email);
  if (password === null) throw new StartError(`There is no account with the address ${email}.`);
  console.log(`\n  New password of ${email}: ${password}\n`);
  console.log("  It is shown this once. Every session of the account has ended.\n");
}

async function turnOff(app: App, email: string): Promise<void> {
  const wasOn = await app.turnOffSecondFactor(environmentOf(postgres), web, email);
  if (wasOn === null) throw new StartError(`There is no account with the address ${email}.`);
  if (!wasOn) throw new StartError(`The account ${email} has no second factor.`);
  console.log(`\n  The second factor of ${email} is off: the password signs in alone.\n`);
}
