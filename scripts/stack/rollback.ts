// npm run rollback [STACK] [-- --yes]: deploys the previous image. It sets karlo:image.tag, which pins
// the stack to that image until it is removed, and runs `pulumi up`.

import { logProgress, runCommand } from "./command.ts";
import { Failure } from "./command-errors.ts";
import { requireConfirmation } from "./confirm.ts";
import { Kubectl } from "./kubectl.ts";
import { findPreviousImage } from "./previous-image.ts";
import { Stack } from "./stack.ts";

await runCommand(
  { usage: "npm run rollback [STACK] [-- --yes]", yes: true },
  async ({ stack: name, yes }) => {
    requireConfirmation(yes, `npm run rollback ${name} -- --yes`);
    const stack = new Stack(name);
    const { context, namespace, app, image } = await stack.outputs();
    const kubectl = new Kubectl(context, namespace);
    await kubectl.checkReachable();
    const tag = await findPreviousImage(kubectl, app);
    logProgress(`from ${image} back to ${tag}.`);
    await stack.run(["config", "set", "--path", "karlo:image.tag", tag]);
    if (!(await stack.runInteractively(["up", ...(yes ? ["--yes"] : [])])))
      throw new Failure(
        `pulumi up did not succeed; its reason is above. karlo:image.tag is ${tag} now.`,
      );
    logProgress(
      `to go on to newer images: pulumi config rm --stack ${name} --path karlo:image.tag`,
    );
  },
);
