import { resolve } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { replaceSecrets } from "./replace-secrets";
import { readStackFile } from "./stack-file";
import { settled, underMocks } from "./under-mocks";

/** A resource as the program registers it, with `[secret]` for what Pulumi would encrypt. */
export interface Registered {
  /** Types of its parents and itself, and its name. */
  resource: string;
  protect: boolean;
  retain: boolean;
  dependsOn: string[];
  inputs: Record<string, unknown>;
  /** The same with its secrets, as a policy sees it. */
  plain: Record<string, unknown>;
}

/** What the program's outputs are called. */
export interface Outputs {
  url: string;
  context: string | undefined;
  namespace: string;
  image: string;
  app: string;
  access: string;
}

/** A secret that is seen when it leaks: it holds the word `canary`. */
export const marked = (key: string) => `canary-${key}-0123456789-0123456789`;

/** What a stack's committed file says, without its secrets. */
export const stackFile = (stack: string) => readStackFile(resolve(__dirname, "../.."), stack);

/** The secrets that both stacks need. */
export const secrets = {
  betterAuthSecret: marked("auth"),
  databasePassword: marked("database"),
};

/** Runs the program as `pulumi up` would, against Pulumi's mocks. */
export async function runProgram(
  stack: string,
  config: Record<string, unknown>,
  secrets: Record<string, string>,
): Promise<{ resources: Registered[]; outputs: Outputs }> {
  const resources: Registered[] = [];
  // The provider of Kubernetes takes it for a setting of the stack's.
  delete process.env.KUBECONFIG;
  const outputs = await underMocks({ stack, config, secrets }, async () => {
    record(resources);
    const { url, context, namespace, image, app, access } = await import("../index.js");
    return (await settled({ url, context, namespace, image, app, access })) as Outputs;
  });
  resources.sort((a, b) => (a.resource < b.resource ? -1 : 1));
  return { resources, outputs };
}

/** The inputs of the Helm release of a name. */
export const release = (resources: Registered[], name: string) =>
  resources.find(({ resource }) => resource.endsWith(`Release::${name}`))?.inputs as
    | { values: Record<string, unknown> }
    | undefined;

/** Notes what is registered, secrets as `[secret]` where Pulumi would encrypt them. */
function record(resources: Registered[]) {
  const monitor = pulumi.runtime.getMonitor() as unknown as {
    registerResource(request: RegisterRequest, callback: unknown): Promise<void>;
  };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    const parents = request.getParent().split("::")[2];
    const type = [parents, request.getType()].filter(Boolean).join("$");
    const object = request.getObject().toJavaScript();
    resources.push({
      resource: `${type}::${request.getName()}`,
      protect: request.getProtect(),
      retain: request.getRetainondelete(),
      dependsOn: request.getDependenciesList().map((urn) => urn.split("::").slice(2).join("::")),
      inputs: replaceSecrets(object, () => "[secret]") as Record<string, unknown>,
      plain: replaceSecrets(object, (value) => value) as Record<string, unknown>,
    });
    return register(request, callback);
  };
}

interface RegisterRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getProtect(): boolean;
  getRetainondelete(): boolean;
  getDependenciesList(): string[];
  getObject(): { toJavaScript(): unknown };
}
