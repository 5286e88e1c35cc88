import { randomBytes } from "node:crypto";
import type { Stack } from "./stack.ts";

/** Generates the secrets that a stack lacks; logs which, and those that only the operator can set. */
export async function makeSecrets(stack: Stack, log: (sentence: string) => void): Promise<void> {
  const config = await stack.config();
  const external = /"external"/.test(config["karlo:database"]?.value ?? "");
  const names = ["betterAuthSecret", "vapidPrivateKey", ...(external ? [] : ["databasePassword"])];
  for (const name of names) {
    const key = `karlo:${name}`;
    if (key in config) {
      log(`${key} is set.`);
      continue;
    }
    // Through standard input: arguments are visible to every process of the machine.
    await stack.run(["config", "set", "--secret", key], randomBytes(32).toString("base64url"));
    log(`${key} was made.`);
  }
  if (external && !("karlo:databaseUrl" in config))
    log(
      `karlo:databaseUrl is yours to set: pulumi config set --stack ${stack.name} --secret karlo:databaseUrl`,
    );
}
