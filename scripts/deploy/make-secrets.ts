import { randomBytes } from "node:crypto";
import type { Stack } from "./stack.ts";

/** Makes what a stack needs and lacks; says what was made, and what only the person can set. */
export async function makeSecrets(stack: Stack, say: (sentence: string) => void): Promise<void> {
  const config = await stack.config();
  const external = /"external"/.test(config["karlo:database"]?.value ?? "");
  for (const name of ["betterAuthSecret", ...(external ? [] : ["databasePassword"])]) {
    const key = `karlo:${name}`;
    if (key in config) {
      say(`${key} is set.`);
      continue;
    }
    // By standard input: arguments are visible to every process of the machine.
    await stack.ask(["config", "set", "--secret", key], randomBytes(32).toString("base64url"));
    say(`${key} was made.`);
  }
  if (external && !("karlo:databaseUrl" in config))
    say(
      `karlo:databaseUrl is yours to set: pulumi config set --stack ${stack.name} --secret karlo:databaseUrl`,
    );
}
