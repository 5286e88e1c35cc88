import * as pulumi from "@pulumi/pulumi";
import { vi } from "vitest";
import { replaceSecrets } from "./replace-secrets";

interface MockOptions {
  stack: string;
  /** Keys without `karlo:`. */
  config: Record<string, unknown>;
  secrets: Record<string, string>;
  /** Called for each resource in the order of creation, with its secrets in clear text. */
  onResource?(resource: pulumi.runtime.MockResourceArgs): void;
}

/**
 * Runs a program against Pulumi's mocks, which create every resource at once.
 *
 * @param program imports the program; its modules are evaluated anew for each call
 */
export async function withPulumiMocks<T>(
  { stack, config, secrets, onResource }: MockOptions,
  program: () => Promise<T>,
): Promise<T> {
  await pulumi.runtime.setMocks(
    {
      newResource: (resource) => {
        onResource?.({ ...resource, inputs: replaceSecrets(resource.inputs, (value) => value) });
        const { id, name, inputs } = resource;
        const state = name === "cluster" ? { ...inputs, metadata: { uid: "cluster-uid" } } : inputs;
        return { id: id || `${name}-id`, state };
      },
      call: ({ inputs }) => inputs,
    },
    "karlo",
    stack,
  );
  acceptHooks();
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  pulumi.runtime.setAllConfig(
    Object.fromEntries(
      Object.entries({ ...config, ...secrets }).map(([key, value]) => [
        `karlo:${key}`,
        text(value),
      ]),
    ),
    Object.keys(secrets).map((key) => `karlo:${key}`),
  );
  vi.resetModules();
  const result = await program();
  await pulumi.runtime.disconnect();
  return result;
}

/** Resolves an Output. */
export const resolveOutput = <T>(value: pulumi.Input<T>) =>
  new Promise<pulumi.Unwrap<T>>((resolve) => pulumi.output(value).apply(resolve));

type Accept = (request: unknown, done: (error: null, answer: object) => void) => void;

/** Lets a program register resource hooks, which Pulumi's mocks do not support; they are never called. */
function acceptHooks(): void {
  const monitor = pulumi.runtime.getMonitor() as unknown as Record<string, Accept>;
  monitor.registerResourceHook = (_request, done) => done(null, {});
}
