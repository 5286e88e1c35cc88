// npm run up [STACK] [-- --yes]: creates the stack and its secrets where they are missing, checks the
// machine, and runs `pulumi up --stack STACK`, which shows a preview and asks.

import { checkMachine } from "./check-machine.ts";
import { logProgress, runCommand } from "./command.ts";
import { Failure } from "./command-errors.ts";
import { requireConfirmation } from "./confirm.ts";
import { makeSecrets } from "./make-secrets.ts";
import { prepareStack } from "./prepare-stack.ts";
import { readSettings } from "./settings.ts";
import { Stack } from "./stack.ts";

await runCommand(
  { usage: "npm run up [STACK] [-- --yes]", yes: true },
  async ({ stack: name, yes }) => {
    requireConfirmation(yes, `npm run up ${name} -- --yes`);
    const stack = new Stack(name);
    await prepareStack(stack, logProgress);
    await makeSecrets(stack, logProgress);
    const settings = await readSettings(stack);
    if (settings.imageTag)
      logProgress(
        `karlo:image.tag holds this stack at ${settings.imageTag}; to go on: pulumi config rm --stack ${name} --path karlo:image.tag`,
      );
    await checkMachine(settings, logProgress);
    if (!(await stack.runInteractively(["up", ...(yes ? ["--yes"] : [])])))
      throw new Failure(
        "pulumi up did not succeed; what was up before still is. Its reason is above.",
      );
    const { url, access } = await stack.outputs();
    console.log(`\n${url}, and from this machine:\n${access}\n`);
  },
);
