import { checkMemory } from "./check-memory.ts";
import { Refusal } from "./command-errors.ts";
import { Kubectl } from "./kubectl.ts";
import { lastLine, run } from "./programs.ts";
import { requirementsOf, type Settings } from "./settings.ts";

/**
 * Checks that this machine and the cluster meet the requirements of a deployment.
 *
 * @param log receives the name of the cluster
 * @throws Refusal naming the first requirement that is not met
 */
export async function checkMachine(
  settings: Settings,
  log: (sentence: string) => void,
): Promise<void> {
  if (requirementsOf(settings).build) await checkDocker();
  const context = settings.context ?? (await currentContext());
  if (requirementsOf(settings).minikube) await checkMinikube(context);
  await checkContext(context);
  const kubectl = new Kubectl(context);
  await kubectl.checkReachable();
  await checkMemory(kubectl, settings);
  log(`the cluster of context ${context} answers and has room.`);
}

async function checkDocker(): Promise<void> {
  const { ok, error } = await run("docker", ["version", "--format", "{{.Server.Version}}"]);
  if (!ok) throw new Refusal(`Docker is installed but does not run: ${lastLine(error)}`);
}

async function checkMinikube(profile: string): Promise<void> {
  const { ok } = await run("minikube", ["status", "--profile", profile]);
  if (!ok) throw new Refusal(`Minikube does not run: minikube start --profile ${profile}`);
}

async function currentContext(): Promise<string> {
  const { ok, output } = await run("kubectl", ["config", "current-context"]);
  if (ok) return output.trim();
  throw new Refusal(
    "kubectl has no current context: set karlo:context, or `kubectl config use-context`.",
  );
}

async function checkContext(context: string): Promise<void> {
  const { output } = await run("kubectl", ["config", "get-contexts", "--output", "name"]);
  const known = output.split(/\s+/).filter(Boolean);
  if (known.includes(context)) return;
  throw new Refusal(
    `kubectl knows no context ${context}, which karlo:context names; it knows ${known.join(", ") || "none"}.`,
  );
}
