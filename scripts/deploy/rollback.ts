// npm run rollback [STACK] [-- --yes]: goes back to the image that served before. It sets
// karlo:image.tag, so that later `pulumi up`s stay there until it is removed, and runs `pulumi up`.
import { askable } from "./ask.ts";
import { command, say } from "./command.ts";
import { earlierImage } from "./earlier-image.ts";
import { Kubectl } from "./kubectl.ts";
import { Failure } from "./refusal.ts";
import { Stack } from "./stack.ts";

await command(
  { usage: "npm run rollback [STACK] [-- --yes]", yes: true },
  async ({ stack: name, yes }) => {
    askable(yes, `npm run rollback ${name} -- --yes`);
    const stack = new Stack(name);
    const { context, namespace, app, image } = await stack.outputs();
    const kubectl = new Kubectl(context, namespace);
    await kubectl.reach();
    const tag = await earlierImage(kubectl, app);
    say(`from ${image} back to ${tag}.`);
    await stack.ask(["config", "set", "--path", "karlo:image.tag", tag]);
    if (!(await stack.show(["up", ...(yes ? ["--yes"] : [])])))
      throw new Failure(
        `pulumi up did not succeed; its reason is above. karlo:image.tag is ${tag} now.`,
      );
    say(`to go on to newer images: pulumi config rm --stack ${name} --path karlo:image.tag`);
  },
);
