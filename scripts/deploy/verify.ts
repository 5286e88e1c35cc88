// npm run verify [STACK]: whether a deployment is healthy from end to end. It signs up a person who is
// deleted again, adds a task and speaks to the assistant.
import { command } from "./command.ts";
import { Kubectl, type KubeObject } from "./kubectl.ts";
import { withPortForward } from "./port-forward.ts";
import { Failure } from "./refusal.ts";
import { Stack } from "./stack.ts";
import { Visitor } from "./visitor.ts";

interface Deployment extends KubeObject {
  spec: { replicas: number; template: { spec: { containers: { image: string }[] } } };
  status: { availableReplicas?: number; updatedReplicas?: number };
}

await command({ usage: "npm run verify [STACK]" }, async ({ stack }) => {
  const { context, namespace, app, image } = await new Stack(stack).outputs();
  const kubectl = new Kubectl(context, namespace);
  await kubectl.reach();

  await step("pods", async () => {
    const deployment = await kubectl.get<Deployment>("deployment", app);
    if (!deployment) throw new Failure(`there is no Deployment ${app}; npm run up ${stack}`);
    const { replicas, template } = deployment.spec;
    const { availableReplicas = 0, updatedReplicas = 0 } = deployment.status;
    if (availableReplicas < replicas || updatedReplicas < replicas)
      throw new Failure(
        `${availableReplicas} of ${replicas} are ready; kubectl -n ${namespace} describe pods`,
      );
    const runs = template.spec.containers[0]?.image;
    if (runs !== image) throw new Failure(`they run ${runs}, and the stack says ${image}`);
    return `${replicas} of ${replicas} ready, ${image}`;
  });

  await withPortForward(kubectl, app, async (address) => {
    const visitor = new Visitor(address);
    await step("health", () => visitor.isHealthy());
    await step("database and migrations", () => visitor.isReady());
    try {
      await step("sign-up", () => visitor.signUp());
      await step("a task", () => visitor.addTask());
      await step("the assistant", () => visitor.chat());
    } catch (error) {
      // An account may be there even where the sign-up was answered with an error.
      await visitor.leave().catch(() => {});
      throw error;
    }
    await step("deletion of the account", () => visitor.leave());
  });
  console.log(`Stack ${stack} is healthy.`);
});

/** Does a part of the check and says how it went. */
async function step(what: string, check: () => Promise<string>): Promise<void> {
  try {
    console.log(`  ok    ${what}: ${await check()}`);
  } catch (error) {
    console.log(`  FAIL  ${what}`);
    throw new Failure(`${what}: ${(error as Error).message}`);
  }
}
