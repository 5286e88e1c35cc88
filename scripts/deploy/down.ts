// npm run down [STACK] [-- --yes]: removes everything that a stack made, the data too. A stack whose
// data is kept refuses.
import { askable } from "./ask.ts";
import { command, say } from "./command.ts";
import { Failure, Refusal } from "./refusal.ts";
import { readSettings } from "./settings.ts";
import { Stack } from "./stack.ts";

await command(
  { usage: "npm run down [STACK] [-- --yes]", yes: true },
  async ({ stack: name, yes }) => {
    askable(yes, `npm run down ${name} -- --yes`);
    const stack = new Stack(name);
    const { database } = await readSettings(stack);
    if (database.keep)
      throw new Refusal(
        `The data of stack ${name} is protected: npm run backup ${name}, then pulumi config set --stack ${name} --path karlo:database.keep false, npm run up ${name}, and this again.`,
      );
    if (!(await stack.show(["destroy", ...(yes ? ["--yes"] : [])])))
      throw new Failure("pulumi destroy did not succeed; its reason is above.");
    say(`what stack ${name} made is removed; \`pulumi stack rm ${name}\` forgets its history.`);
  },
);
