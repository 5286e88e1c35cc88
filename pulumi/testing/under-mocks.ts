import * as pulumi from "@pulumi/pulumi";
import { vi } from "vitest";
import { replaceSecrets } from "./replace-secrets";

interface Mocked {
  stack: string;
  /** Keys without `karlo:`. */
  config: Record<string, unknown>;
  secrets: Record<string, string>;
  /** Is told of each resource in the order in which they are made, with its secrets in clear. */
  onResource?(resource: pulumi.runtime.MockResourceArgs): void;
}

/**
 * Runs a program against Pulumi's mocks, configured as a stack: what it asks for is there at once.
 *
 * @param program imports the program; its modules are fresh each time
 */
export async function underMocks<T>(
  { stack, config, secrets, onResource }: Mocked,
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

/** What an output comes to. */
export const settled = <T>(value: pulumi.Input<T>) =>
  new Promise<pulumi.Unwrap<T>>((resolve) => pulumi.output(value).apply(resolve));

type Accept = (request: unknown, done: (error: null, answer: object) => void) => void;

/** Lets a program register hooks, which Pulumi's mocks know nothing of and never call. */
function acceptHooks(): void {
  const monitor = pulumi.runtime.getMonitor() as unknown as Record<string, Accept>;
  monitor.registerResourceHook = (_request, done) => done(null, {});
}
