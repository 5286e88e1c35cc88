// npm run down [STACK] [-- --yes]: removes everything that a stack created, with its data. Refused for
// a stack whose data is protected.

import { logProgress, runCommand } from "./command.ts";
import { Failure, Refusal } from "./command-errors.ts";
import { requireConfirmation } from "./confirm.ts";
import { readSettings } from "./settings.ts";
import { Stack } from "./stack.ts";

await runCommand(
  { usage: "npm run down [STACK] [-- --yes]", yes: true },
  async ({ stack: name, yes }) => {
    requireConfirmation(yes, `npm run down ${name} -- --yes`);
    const stack = new Stack(name);
    const { database } = await readSettings(stack);
    if (database.keep)
      throw new Refusal(
        `The data of stack ${name} is protected: npm run backup ${name}, then pulumi config set --stack ${name} --path karlo:database.keep false, npm run up ${name}, and this again.`,
      );
    if (!(await stack.runInteractively(["destroy", ...(yes ? ["--yes"] : [])])))
      throw new Failure("pulumi destroy did not succeed; its reason is above.");
    logProgress(
      `what stack ${name} made is removed; \`pulumi stack rm ${name}\` forgets its history.`,
    );
  },
);
