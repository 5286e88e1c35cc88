import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { stringify } from "yaml";
import {
  canary,
  type Registered,
  release,
  runProgram,
  secrets,
  stackFile,
} from "./testing/run-program";

vi.mock("./build-context", () => ({ hashFiles: () => "f11e5", hashBuildContext: () => "c0de" }));

/** The part of a stack's resources that a reviewer compares. */
const golden = ({ resources, outputs }: Awaited<ReturnType<typeof runProgram>>) =>
  stringify({
    outputs,
    resources: resources.map(({ resource, inputs, protect, retain }) => ({
      resource,
      ...(protect && { protect }),
      ...(retain && { retain }),
      inputs,
    })),
  });

const named = (resources: Registered[], end: string) =>
  resources.filter(({ resource }) => resource.endsWith(end));

const prod = () => {
  const { image, ...config } = stackFile("prod");
  return {
    ...config,
    image: { ...(image as object), registry: "registry.example/team" },
  } as Record<string, unknown>;
};

const pem = (label: string) =>
  `-----BEGIN ${label}-----\n${canary("tls")}\n-----END ${label}-----\n`;

/** Every secret of a stack with an external database. */
const everySecret: Record<string, string> = {
  betterAuthSecret: canary("auth"),
  previousAuthSecrets: canary("previous-secret-of-the-sessions"),
  vapidPrivateKey: canary("vapid").padEnd(43, "0"),
  databaseUrl: `postgresql://app:${canary("database")}@pool.example:6543/karlo`,
  directDatabaseUrl: `postgresql://app:${canary("database")}@db.example/karlo`,
  migrationDatabaseUrl: `postgresql://owner:${canary("owner")}@db.example/karlo`,
  tlsCertificate: pem("CERTIFICATE"),
  tlsKey: pem("PRIVATE KEY"),
  modelApiKey: canary("model"),
  smtpUrl: `smtps://karlo:${canary("smtp")}@mail.example`,
  googleClientSecret: canary("google"),
  otlpHeaders: `x-api-key=${canary("otlp")}`,
};

describe("the program", () => {
  it("creates the resources of the dev stack", async () => {
    const graph = await runProgram("dev", stackFile("dev"), secrets);
    await expect(golden(graph)).toMatchFileSnapshot("golden/dev.yaml");
  });

  it("creates the resources of the prod stack", async () => {
    const graph = await runProgram("prod", prod(), secrets);
    await expect(golden(graph)).toMatchFileSnapshot("golden/prod.yaml");
  });

  it("combines all options: an external database, mail, Google, a model, Traefik", async () => {
    const { autoscaling: _, ...config } = prod();
    const graph = await runProgram(
      "prod",
      {
        ...config,
        replicas: 3,
        publicUrl: "https://karlo.example",
        database: { mode: "external" },
        ingress: { host: "karlo.example", install: true, service: "NodePort" },
        metrics: { from: "monitoring" },
        observability: {
          traces: { endpoint: "http://collector.monitoring:4318/" },
          monitoring: { operator: true, labels: { release: "prometheus" }, dashboards: true },
        },
        agents: { enabled: true, tasksSecret: "karlo-agent" },
        model: { provider: "custom", name: "qwen3", baseUrl: "http://models.example:11434/v1" },
        limits: { messagesPerMinute: 30, signInFailuresPerAccount: 5 },
        mail: { from: "Karlo <karlo@karlo.example>", requireVerification: true },
        googleClientId: "karlo-client",
      },
      everySecret,
    );
    await expect(golden(graph)).toMatchFileSnapshot("golden/all-options.yaml");
  });

  it("passes a provider's key in the provider's own variable", async () => {
    const names = { openai: "OPENAI", gemini: "GEMINI", mimo: "XIAOMI", anthropic: "ANTHROPIC" };
    for (const [provider, name] of Object.entries(names)) {
      const model = { provider, name: "one-model" };
      const modelApiKey = canary("model");
      const { resources } = await runProgram(
        "dev",
        { ...stackFile("dev"), model },
        { ...secrets, modelApiKey },
      );
      const values = release(resources, "karlo")?.values;
      expect(values?.app).toMatchObject({ model });
      expect(values?.networkPolicy).toMatchObject({
        egressPorts: [443, 5432],
        databasePorts: [5432],
      });
      const data = [
        ["BETTER_AUTH_SECRET", secrets.betterAuthSecret],
        [`${name}_API_KEY`, modelApiKey],
      ].sort();
      // The name ends in the hash of what the Secret holds.
      const hash = createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 10);
      expect(values?.secrets).toMatchObject({ app: `karlo-app-${hash}` });
    }
  });

  it.each<[string, string[]]>([
    ["betterAuthSecret", ["app"]],
    ["vapidPrivateKey", ["app"]],
    ["modelApiKey", ["app"]],
    ["smtpUrl", ["app"]],
    ["googleClientSecret", ["app"]],
    ["otlpHeaders", ["app"]],
    ["previousAuthSecrets", ["app"]],
    ["databaseUrl", ["database"]],
    ["directDatabaseUrl", ["database"]],
    ["migrationDatabaseUrl", ["migration"]],
    ["tlsKey", ["tls"]],
  ])("rolls what reads %s when it changes, and nothing else", async (key, expected) => {
    const config = {
      ...stackFile("dev"),
      database: { mode: "external" },
      publicUrl: "https://todo.local",
      ingress: { host: "todo.local" },
      model: { provider: "openai" },
      mail: { from: "karlo@todo.local" },
      googleClientId: "karlo-client",
      observability: { traces: { endpoint: "http://collector.monitoring:4318" } },
    };
    const read = async (secrets: Record<string, string>): Promise<Record<string, unknown>> => {
      const { resources } = await runProgram("dev", config, secrets);
      const values = release(resources, "karlo")?.values as {
        secrets: object;
        ingress: { tls: { secretName: string } };
      };
      return { ...values.secrets, tls: values.ingress.tls.secretName };
    };
    const before = await read(everySecret);
    expect(await read(everySecret)).toEqual(before);
    const rotated = await read({
      ...everySecret,
      [key]: everySecret[key]?.replace("canary", "rotate") ?? "",
    });
    expect(Object.keys(before).filter((name) => rotated[name] !== before[name])).toEqual(expected);
  });

  it.each([
    ["statefulset", "postgres-password"],
    ["cnpg", "postgres-owner"],
  ])("changes the password of a %s and of the app together", async (mode, secret) => {
    const config = { ...stackFile("dev"), database: { mode } };
    const read = async (databasePassword: string) => {
      const { resources } = await runProgram("dev", config, { ...secrets, databasePassword });
      const [own] = named(resources, `Secret::${secret}`) as [Registered];
      const { name } = own.inputs.metadata as { name: string };
      const text = JSON.stringify(named(resources, "::postgres").map(({ inputs }) => inputs));
      expect(text).toContain(name);
      const { values } = release(resources, "karlo") as { values: Record<string, unknown> };
      const { database } = values.secrets as { database: string };
      return { name, database };
    };
    const before = await read(canary("database"));
    const after = await read(canary("rotated"));
    expect(after.name).not.toBe(before.name);
    expect(after.database).not.toBe(before.database);
  });

  it.each([
    ["a statefulset", { mode: "statefulset" }],
    ["CloudNativePG", { mode: "cnpg" }],
  ])("protects %s and its namespace with database.keep", async (_, database) => {
    const kept = { ...stackFile("dev"), database: { ...database, keep: true } };
    const { resources } = await runProgram("dev", kept, secrets);
    const names = (of: Registered[]) => of.map(({ resource }) => resource.split("::")[1]);
    expect(names(resources.filter(({ protect }) => protect))).toEqual(["postgres", "namespace"]);
    expect(resources.filter(({ retain }) => retain)).toEqual([]);
  });

  it("retains the database, its password and the namespace with database.retain", async () => {
    const config = { ...stackFile("dev"), database: { mode: "cnpg", retain: true } };
    const { resources } = await runProgram("dev", config, secrets);
    const retained = resources.filter(({ retain }) => retain);
    expect(retained.map(({ resource }) => resource.split("::")[1]).sort()).toEqual([
      "namespace",
      "postgres",
      "postgres-owner",
    ]);
  });

  it("installs the operator before the cluster that depends on it", async () => {
    const database = { mode: "cnpg", operator: "install", storageClass: "fast" };
    const { resources } = await runProgram("dev", { ...stackFile("dev"), database }, secrets);
    expect(release(resources, "cloudnative-pg")).toMatchObject({ version: "0.29.0" });
    const [cluster] = named(resources, "Cluster::postgres");
    expect(cluster?.inputs.spec).toMatchObject({ storage: { storageClass: "fast" } });
    expect(cluster?.dependsOn.join()).toContain("Release::cloudnative-pg");
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
    const { resources } = await runProgram("dev", { ...stackFile("dev"), image }, secrets);
    const delivered = named(resources, "::delivery");
    expect(delivered.map(({ inputs }) => (inputs.command as string[]).join(" "))).toEqual(commands);
  });

  it("identifies the cluster, so that a recreated one gets the image again", async () => {
    const { resources } = await runProgram("dev", stackFile("dev"), secrets);
    expect(named(resources, "::delivery")[0]?.inputs).toMatchObject({ clusterId: "cluster-uid" });
  });

  it("builds nothing when image.tag names an existing image", async () => {
    const image = { delivery: "minikube", tag: "earlier" };
    const { resources, outputs } = await runProgram("dev", { ...stackFile("dev"), image }, secrets);
    expect(resources.some(({ resource }) => resource.includes("docker:"))).toBe(false);
    expect(outputs.image).toBe("karlo:earlier");
  });

  it.each([
    ["a name of a Secret", { secretName: "given" }, { secretName: "given", selfSigned: false }],
    ["nothing: self-signed", {}, { enabled: true, secretName: "", selfSigned: true }],
    ["plain HTTP", { enabled: false }, { enabled: false, secretName: "", selfSigned: false }],
  ])("configures the ingress's TLS from %s", async (_, tls, expected) => {
    const { resources } = await runProgram(
      "dev",
      {
        ...stackFile("dev"),
        publicUrl: "https://todo.local",
        ingress: { host: "todo.local", tls },
      },
      secrets,
    );
    expect(release(resources, "karlo")?.values.ingress).toMatchObject({ tls: expected });
  });

  it("fails before it creates any resource when the configuration is invalid", async () => {
    const config = { ...stackFile("dev"), replicas: "many" };
    await expect(runProgram("dev", config, secrets)).rejects.toThrow(
      /karlo:replicas: came as "many"/,
    );
  });
});
