import { resolve } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { resolveOutput, withPulumiMocks } from "./pulumi-mocks";
import { replaceSecrets } from "./replace-secrets";
import { readStackFile } from "./stack-file";

/** A registered resource. */
export interface Registered {
  /** The types of its parents and its own, and its name: `A$B::name`. */
  resource: string;
  protect: boolean;
  retain: boolean;
  dependsOn: string[];
  /** With `[secret]` in place of secrets. */
  inputs: Record<string, unknown>;
  /** With the secrets in clear text, as policies get them. */
  plain: Record<string, unknown>;
}

/** The outputs of the program. */
export interface Outputs {
  url: string;
  context: string | undefined;
  namespace: string;
  image: string;
  app: string;
  access: string;
}

/** A secret that can be found where it leaks. */
export const canary = (key: string) => `canary-${key}-0123456789-0123456789`;

/** The configuration of a committed stack file, without secrets. */
export const stackFile = (stack: string) => readStackFile(resolve(__dirname, "../.."), stack);

/** The secrets that every stack with a database in the cluster needs. */
export const secrets = {
  betterAuthSecret: canary("auth"),
  databasePassword: canary("database"),
};

/** Runs the program against Pulumi's mocks; returns the registered resources, sorted, and the outputs. */
export async function runProgram(
  stack: string,
  config: Record<string, unknown>,
  secrets: Record<string, string>,
): Promise<{ resources: Registered[]; outputs: Outputs }> {
  const resources: Registered[] = [];
  // Otherwise it becomes an input of the Kubernetes provider.
  delete process.env.KUBECONFIG;
  const outputs = await withPulumiMocks({ stack, config, secrets }, async () => {
    record(resources);
    const { url, context, namespace, image, app, access } = await import("../index.js");
    return (await resolveOutput({ url, context, namespace, image, app, access })) as Outputs;
  });
  resources.sort((a, b) => (a.resource < b.resource ? -1 : 1));
  return { resources, outputs };
}

/** The inputs of the Helm release with a name. */
export const release = (resources: Registered[], name: string) =>
  resources.find(({ resource }) => resource.endsWith(`Release::${name}`))?.inputs as
    | { values: Record<string, unknown> }
    | undefined;

/** Records what the program registers. */
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
