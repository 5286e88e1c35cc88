import { checkMemory } from "./check-memory.ts";
import { Kubectl } from "./kubectl.ts";
import { lastLine, run } from "./programs.ts";
import { Refusal } from "./refusal.ts";
import { type Settings, wants } from "./settings.ts";

/**
 * Checks what a deployment needs of this machine and its cluster before anything is changed.
 *
 * @param say told which cluster it will be
 * @throws Refusal naming the first thing that is missing
 */
export async function checkMachine(
  settings: Settings,
  say: (sentence: string) => void,
): Promise<void> {
  if (wants(settings).build) await checkDocker();
  const context = settings.context ?? (await currentContext());
  if (wants(settings).minikube) await checkMinikube(context);
  await checkContext(context);
  const kubectl = new Kubectl(context);
  await kubectl.reach();
  await checkMemory(kubectl, settings);
  say(`the cluster of context ${context} answers and has room.`);
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
