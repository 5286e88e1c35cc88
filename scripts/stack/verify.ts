// npm run verify [STACK]: checks a deployment from end to end. It signs up a test user, adds a task, sends
// a message to the assistant and deletes the account.
import type { Pod } from "../operate/objects.ts";
import { findPodProblem } from "../operate/pod-problem.ts";
import { runCommand } from "./command.ts";
import { Failure } from "./command-errors.ts";
import { Kubectl, type KubeObject } from "./kubectl.ts";
import { withPortForward } from "./port-forward.ts";
import { Stack } from "./stack.ts";
import { TestUser } from "./test-user.ts";

interface Deployment extends KubeObject {
  spec: { replicas: number; template: { spec: { containers: { image: string }[] } } };
  status: { availableReplicas?: number; updatedReplicas?: number };
}

await runCommand({ usage: "npm run verify [STACK]" }, async ({ stack }) => {
  const { context, namespace, app, image } = await new Stack(stack).outputs();
  const kubectl = new Kubectl(context, namespace);
  await kubectl.checkReachable();

  await step("pods", async () => {
    const deployment = await kubectl.get<Deployment>("deployment", app);
    if (!deployment) throw new Failure(`there is no Deployment ${app}; npm run up ${stack}`);
    const { replicas, template } = deployment.spec;
    const { availableReplicas = 0, updatedReplicas = 0 } = deployment.status;
    const problems = await findProblems(kubectl);
    if (availableReplicas < replicas || updatedReplicas < replicas)
      throw new Failure(
        `${availableReplicas} of ${replicas} are ready; ${problems.now[0] ?? `kubectl -n ${namespace} describe pods`}`,
      );
    for (const problem of problems.over) console.log(`  note  ${problem}`);
    const deployed = template.spec.containers[0]?.image;
    if (deployed !== image) throw new Failure(`they run ${deployed}, and the stack says ${image}`);
    return `${replicas} of ${replicas} ready, ${image}`;
  });

  await withPortForward(kubectl, app, async (address) => {
    const testUser = new TestUser(address);
    await step("health", () => testUser.checkHealth());
    await step("database and migrations", () => testUser.checkReady());
    try {
      await step("sign-up", () => testUser.signUp());
      await step("a task", () => testUser.addTask());
      await step("the assistant", () => testUser.chat());
    } catch (error) {
      // A sign-up that failed may still have created the account; the first error is the one to report.
      await testUser.deleteAccount().catch(() => {});
      throw error;
    }
    await step("deletion of the account", () => testUser.deleteAccount());
  });
  console.log(`Stack ${stack} is healthy.`);
});

/** What keeps pods of the app from serving, and what ended them before, a sentence each. */
async function findProblems(kubectl: Kubectl): Promise<{ now: string[]; over: string[] }> {
  const problems: { now: string[]; over: string[] } = { now: [], over: [] };
  for (const pod of await kubectl.list<Pod>("pods", "-l", "app.kubernetes.io/component=web")) {
    const problem = findPodProblem(pod, []);
    if (!problem) continue;
    problems[problem.over ? "over" : "now"].push(
      `${pod.metadata.name}: ${problem.why}. ${problem.next}`,
    );
  }
  return problems;
}

/** Runs one check and prints its result. */
async function step(what: string, check: () => Promise<string>): Promise<void> {
  try {
    console.log(`  ok    ${what}: ${await check()}`);
  } catch (error) {
    console.log(`  FAIL  ${what}`);
    throw new Failure(`${what}: ${(error as Error).message}`);
  }
}
