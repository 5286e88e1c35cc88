// npm run up [STACK] [-- --yes]: makes what a stack lacks, checks the machine, and then does what
// `pulumi up --stack STACK` does: it shows what would change and asks.

import { askable } from "./ask.ts";
import { checkMachine } from "./check-machine.ts";
import { command, say } from "./command.ts";
import { makeSecrets } from "./make-secrets.ts";
import { prepareStack } from "./prepare-stack.ts";
import { Failure } from "./refusal.ts";
import { readSettings } from "./settings.ts";
import { Stack } from "./stack.ts";

await command(
  { usage: "npm run up [STACK] [-- --yes]", yes: true },
  async ({ stack: name, yes }) => {
    askable(yes, `npm run up ${name} -- --yes`);
    const stack = new Stack(name);
    await prepareStack(stack, say);
    await makeSecrets(stack, say);
    const settings = await readSettings(stack);
    if (settings.imageTag)
      say(
        `karlo:image.tag holds this stack at ${settings.imageTag}; to go on: pulumi config rm --stack ${name} --path karlo:image.tag`,
      );
    await checkMachine(settings, say);
    if (!(await stack.show(["up", ...(yes ? ["--yes"] : [])])))
      throw new Failure(
        "pulumi up did not succeed; what was up before still is. Its reason is above.",
      );
    const { url, access } = await stack.outputs();
    console.log(`\n${url}, and from this machine:\n${access}\n`);
  },
);
