import { describe, expect, it, vi } from "vitest";
import { type Registered, runProgram, secrets, stackFile } from "../testing/run-program";
import { type CheckedResource, policies } from "./policies";

vi.mock("../build-context", () => ({ hashFiles: () => "f11e5", hashBuildContext: () => "c0de" }));

/** The names of the policies that are violated. */
async function violations(resources: CheckedResource[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, validateStack } of policies)
    await validateStack({ resources } as unknown as Parameters<typeof validateStack>[0], () =>
      found.push(name),
    );
  return found;
}

const toCheckedResource =
  (stack: string) =>
  ({ resource, protect, plain }: Registered): CheckedResource => {
    const [types = "", name = ""] = resource.split("::");
    const type = types.split("$").at(-1) ?? "";
    const urn = `urn:pulumi:${stack}::karlo::${types}::${name}`;
    return { type, name, urn, props: plain, opts: { protect } };
  };

async function resourcesOf(
  stack: string,
  config: Record<string, unknown> = {},
): Promise<CheckedResource[]> {
  const { image, ...rest } = stackFile(stack);
  const registry = stack === "prod" ? { registry: "registry.example/team" } : {};
  const all = { ...rest, image: { ...(image as object), ...registry }, ...config };
  const { resources } = await runProgram(stack, all, secrets);
  return resources.map(toCheckedResource(stack));
}

/** A copy of the resources with one of them changed. */
function changed(
  resources: CheckedResource[],
  name: string,
  change: (resource: CheckedResource) => void,
): CheckedResource[] {
  const all = structuredClone(resources);
  const one = all.find((resource) => resource.urn.endsWith(name));
  if (!one) throw new Error(`there is no ${name}`);
  change(one);
  return all;
}

describe("policies", () => {
  it("are met by dev, by prod, and by everything that a stack can install", async () => {
    expect(await violations(await resourcesOf("dev"))).toEqual([]);
    expect(await violations(await resourcesOf("prod"))).toEqual([]);
    const database = { mode: "cnpg", keep: true, operator: "install" };
    const ingress = { host: "todo.local", install: true };
    expect(await violations(await resourcesOf("prod", { database, ingress }))).toEqual([]);
  });

  it.each<[string, string, (resource: CheckedResource) => void]>([
    [
      "secrets-stay-secret",
      "Release::karlo",
      ({ props }) => {
        props.values.app.environment.PASSWORD = secrets.databasePassword;
      },
    ],
    [
      "namespace-is-restricted",
      "::namespace",
      ({ props }) => {
        props.metadata.labels = {};
      },
    ],
    [
      "releases-are-atomic",
      "Release::karlo",
      ({ props }) => {
        props.atomic = false;
      },
    ],
    [
      "releases-are-atomic",
      "Release::karlo",
      ({ props }) => {
        props.repositoryOpts = { repo: "https://charts.example" };
      },
    ],
    [
      "images-have-tags",
      "::image",
      ({ props }) => {
        props.imageName = "registry.example:5000/karlo";
      },
    ],
    [
      "images-have-tags",
      "Cluster::postgres",
      ({ props }) => {
        props.spec.imageName = "postgresql:latest";
      },
    ],
    [
      "prod-protects-data",
      "Cluster::postgres",
      ({ opts }) => {
        opts.protect = false;
      },
    ],
    [
      "one-namespace",
      "Release::karlo",
      ({ props }) => {
        props.namespace = "default";
      },
    ],
    [
      "pods-have-limits",
      "Cluster::postgres",
      ({ props }) => {
        props.spec.resources = { requests: {} };
      },
    ],
  ])("%s is violated by a change of %s", async (name, resource, change) => {
    const resources = await resourcesOf("prod");
    const images = "docker:index/image:Image::image";
    const of = resource === "::image" ? images : resource;
    expect(await violations(changed(resources, of, change))).toEqual([name]);
  });

  it("allow a dev stack without protection", async () => {
    const database = { mode: "cnpg" };
    expect(await violations(await resourcesOf("dev", { database }))).toEqual([]);
  });
});
