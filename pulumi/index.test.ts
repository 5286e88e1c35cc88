import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it, vi } from "vitest";
import { parse, stringify } from "yaml";

vi.mock("./build-context", () => ({ hashFiles: () => "f11e5", hashBuildContext: () => "c0de" }));

/** Marked, so that one that leaks is seen. */
const marked = (key: string) => `canary-${key}-0123456789-0123456789`;

interface Registered {
  resource: string;
  protect: boolean;
  inputs: Record<string, unknown>;
}

/** Runs the program as `pulumi up` would, against Pulumi's mocks. */
async function run(
  stack: string,
  config: Record<string, unknown>,
  secrets: Record<string, string>,
) {
  const resources: Registered[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ id, name, inputs }) => ({
        id: id || `${name}-id`,
        state: name === "cluster" ? { ...inputs, metadata: { uid: "cluster-uid" } } : inputs,
      }),
      call: ({ inputs }) => inputs,
    },
    "karlo",
    stack,
  );
  record(resources);
  const all = { ...config, ...secrets };
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const named = Object.entries(all).map(([key, value]) => [`karlo:${key}`, text(value)]);
  pulumi.runtime.setAllConfig(
    Object.fromEntries(named),
    Object.keys(secrets).map((key) => `karlo:${key}`),
  );
  vi.resetModules();
  const { url, namespace, image, access } = await import("./index.js");
  const outputs = await settled({ url, namespace, image, access });
  await pulumi.runtime.disconnect();
  resources.sort((a, b) => (a.resource < b.resource ? -1 : 1));
  return { resources, outputs };
}

/** Notes what is registered, secrets as `[secret]` where Pulumi would encrypt them. */
function record(resources: Registered[]) {
  const monitor = pulumi.runtime.getMonitor() as unknown as {
    registerResource(request: RegisterRequest, callback: unknown): Promise<void>;
  };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    const parents = request.getParent().split("::")[2];
    const type = [parents, request.getType()].filter(Boolean).join("$");
    resources.push({
      resource: `${type}::${request.getName()}`,
      protect: request.getProtect(),
      inputs: hideSecrets(request.getObject().toJavaScript()) as Record<string, unknown>,
    });
    return register(request, callback);
  };
}

interface RegisterRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getProtect(): boolean;
  getObject(): { toJavaScript(): unknown };
}

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

function hideSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideSecrets);
  if (typeof value !== "object" || value === null) return value;
  if ((value as Record<string, unknown>)[SIGNATURE] === SECRET) return "[secret]";
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "__provider" ? "[code]" : hideSecrets(inner),
    ]),
  );
}

const settled = <T>(value: pulumi.Input<T>) =>
  new Promise<pulumi.Unwrap<T>>((resolve) => pulumi.output(value).apply(resolve));

const stackFile = (stack: string) => {
  const { config } = parse(readFileSync(resolve(__dirname, `../Pulumi.${stack}.yaml`), "utf8"));
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key.replace("karlo:", ""), value]),
  );
};

const secrets = {
  betterAuthSecret: marked("auth"),
  databasePassword: marked("database"),
};

const release = (resources: Registered[], name: string) =>
  resources.find(({ resource }) => resource.endsWith(`Release::${name}`))?.inputs as
    | { values: Record<string, unknown> }
    | undefined;

describe("the program", () => {
  it("makes what the dev stack needs", async () => {
    const { resources, outputs } = await run("dev", stackFile("dev"), secrets);
    await expect(stringify({ outputs, resources })).toMatchFileSnapshot("golden/dev.yaml");
  });

  it("makes what the prod stack needs", async () => {
    const { image, ...config } = stackFile("prod");
    const { resources, outputs } = await run(
      "prod",
      {
        ...config,
        publicUrl: "https://karlo.example",
        image: { ...(image as object), registry: "registry.example/team" },
        ingress: { host: "karlo.example", tlsSecret: "karlo-tls" },
        model: { provider: "custom", name: "qwen3", baseUrl: "http://models.example:11434/v1" },
        limits: { messagesPerMinute: 30, signInFailuresPerAccount: 5 },
        mail: { from: "Karlo <karlo@karlo.example>", requireVerification: true },
        googleClientId: "karlo-client",
      },
      {
        betterAuthSecret: marked("auth"),
        databaseUrl: `postgresql://karlo:${marked("database")}@pool.example:6543/karlo`,
        directDatabaseUrl: `postgresql://karlo:${marked("database")}@db.example/karlo`,
        modelApiKey: marked("model"),
        smtpUrl: `smtps://karlo:${marked("smtp")}@mail.example`,
        googleClientSecret: marked("google"),
      },
    );
    expect(JSON.stringify({ outputs, resources })).not.toContain("canary");
    await expect(stringify({ outputs, resources })).toMatchFileSnapshot("golden/prod.yaml");
  });

  it("gives a provider's key to the app under the provider's own name", async () => {
    const names = { openai: "OPENAI", gemini: "GEMINI", mimo: "XIAOMI", anthropic: "ANTHROPIC" };
    for (const [provider, name] of Object.entries(names)) {
      const model = { provider, name: "one-model" };
      const modelApiKey = marked("model");
      const { resources } = await run(
        "dev",
        { ...stackFile("dev"), model },
        { ...secrets, modelApiKey },
      );
      const values = release(resources, "karlo")?.values;
      expect(values?.app).toMatchObject({ model });
      expect(values?.networkPolicy).toEqual({ egressPorts: [443, 5432] });
      const data = [
        ["BETTER_AUTH_SECRET", secrets.betterAuthSecret],
        [`${name}_API_KEY`, modelApiKey],
      ].sort();
      // The name ends in the hash of what the Secret holds.
      const hash = createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 10);
      expect(values?.secrets).toMatchObject({ app: `karlo-app-${hash}` });
    }
  });

  it("lets no secret out of what Pulumi encrypts", async () => {
    const { resources, outputs } = await run("dev", stackFile("dev"), secrets);
    expect(JSON.stringify({ resources, outputs })).not.toContain("canary");
  });

  it("names a Secret anew when its content changes, and only then", async () => {
    const names = async (password: string) => {
      const { resources } = await run("dev", stackFile("dev"), {
        ...secrets,
        databasePassword: password,
      });
      return [release(resources, "postgres")?.values, release(resources, "karlo")?.values];
    };
    const first = await names(marked("database"));
    expect(await names(marked("database"))).toEqual(first);
    const [postgres, karlo] = await names(marked("rotated"));
    expect(postgres?.passwordSecret).not.toBe(first[0]?.passwordSecret);
    expect(karlo?.secrets).not.toEqual(first[1]?.secrets);
  });

  it("protects the database and its namespace when the data is to be kept", async () => {
    const database = { mode: "statefulset", keep: true };
    const { resources } = await run("prod", { ...stackFile("dev"), database }, secrets);
    const isProtected = resources.filter(({ protect }) => protect);
    expect(isProtected.map(({ resource }) => resource.split("::")[1])).toEqual([
      "postgres",
      "namespace",
    ]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      "minikube",
      { delivery: "minikube" },
      ["minikube image load karlo:src-c0de --profile minikube"],
    ],
    [
      "a command",
      { delivery: "command", command: "kind load {image}" },
      ["kind load karlo:src-c0de"],
    ],
    ["a registry", { delivery: "registry", registry: "r.example/p" }, []],
    ["nothing", { delivery: "none", name: "karlo", tag: "1" }, []],
  ])("delivers the image by %s", async (_, image, commands) => {
    const { resources } = await run("dev", { ...stackFile("dev"), image }, secrets);
    const delivered = resources.filter(({ resource }) => resource.endsWith("::delivery"));
    expect(delivered.map(({ inputs }) => (inputs.command as string[]).join(" "))).toEqual(commands);
  });

  it("builds nothing for an image that is named: a rollback", async () => {
    const image = { delivery: "minikube", tag: "earlier" };
    const { resources, outputs } = await run("dev", { ...stackFile("dev"), image }, secrets);
    expect(resources.some(({ resource }) => resource.includes("docker:"))).toBe(false);
    expect(outputs.image).toBe("karlo:earlier");
  });

  it("stops before any resource when the configuration is wrong", async () => {
    const config = { ...stackFile("dev"), replicas: "many" };
    await expect(run("dev", config, secrets)).rejects.toThrow(/karlo:replicas: came as "many"/);
  });
});
