import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import { schema } from "./config";
import { MODEL_KEYS } from "./config/app";
import { readConfig } from "./config/read";

const SECRET = "a-secret-that-must-not-be-shown-anywhere";
const valid = {
  "karlo:publicUrl": "http://localhost:3000",
  "karlo:betterAuthSecret": SECRET,
  "karlo:databasePassword": SECRET,
};
const secretKeys = [
  "betterAuthSecret",
  "previousAuthSecrets",
  "vapidPrivateKey",
  "databasePassword",
  "databaseUrl",
  "directDatabaseUrl",
  "migrationDatabaseUrl",
  "tlsCertificate",
  "tlsKey",
  "modelApiKey",
  "smtpUrl",
  "googleClientSecret",
  "otlpHeaders",
].map((key) => `karlo:${key}`);

function read(values: Record<string, string | undefined>, secrets = secretKeys) {
  const config = Object.fromEntries(
    Object.entries({ ...valid, ...values }).filter(
      (entry): entry is [string, string] => !!entry[1],
    ),
  );
  pulumi.runtime.setAllConfig(config, secrets);
  return readConfig();
}

afterEach(() => pulumi.runtime.setAllConfig({}));

describe("a stack's configuration", () => {
  it("requires an address and two secrets, and has defaults for the rest", () => {
    expect(read({})).toMatchObject({
      namespace: "karlo",
      image: { delivery: "minikube" },
      database: {
        mode: "statefulset",
        storage: "1Gi",
        image: "postgres:18.1-bookworm",
        keep: false,
      },
      service: { type: "ClusterIP" },
      model: { provider: "builtin" },
      resources: { limits: { cpu: "500m", memory: "512Mi" } },
    });
  });

  it("returns secrets as encrypted Outputs", async () => {
    const { betterAuthSecret } = read({});
    expect(await pulumi.isSecret(betterAuthSecret)).toBe(true);
  });

  it("passes each provider's key in the variable that the app documents", () => {
    const page = readFileSync(join(__dirname, "../docs/configuration.md"), "utf8");
    const rows = [...page.matchAll(/^\| `(\w+_API_KEY)` \| Key of `(\w+)`/gm)];
    const documented = Object.fromEntries(
      rows.map(([, variable, provider]) => [provider, variable]),
    );
    expect(MODEL_KEYS).toEqual({ builtin: null, ...documented });
  });

  it("describes every key", () => {
    const undescribed = Object.entries(schema.shape).filter(([, key]) => !key.meta()?.description);
    expect(undescribed).toEqual([]);
  });

  it.each<[string, Record<string, string | undefined>, string[]]>([
    ["an unknown key", { "karlo:replica": "2" }, ["karlo:replica", "unknown", "replicas"]],
    [
      "text in place of a number",
      { "karlo:replicas": "two" },
      ["karlo:replicas", '"two"', "from 1 to 20"],
    ],
    ["too many replicas", { "karlo:replicas": "50" }, ["karlo:replicas", '"50"', "from 1 to 20"]],
    [
      "a share of more than all",
      { "karlo:observability": '{"traces":{"endpoint":"http://collector:4318","share":"2"}}' },
      ["karlo:observability.traces.share", '"2"', "from 0 to 1"],
    ],
    [
      "headers for no collector",
      { "karlo:otlpHeaders": "key=value" },
      ["karlo:otlpHeaders", "observability.traces"],
    ],
    ["a missing address", { "karlo:publicUrl": undefined }, ["karlo:publicUrl", "missing", "http"]],
    ["an address without scheme", { "karlo:publicUrl": "todo.local" }, ['"todo.local"', "http"]],
    [
      "an address with a path",
      { "karlo:publicUrl": "https://todo.local/karlo" },
      ['"https://todo.local/karlo"', "without a path"],
    ],
    ["a namespace in capitals", { "karlo:namespace": "Karlo" }, ["karlo:namespace", '"Karlo"']],
    [
      "an unknown delivery",
      { "karlo:image": '{"delivery":"ftp"}' },
      ["karlo:image", "minikube, registry"],
    ],
    [
      "a load command without a placeholder",
      { "karlo:image": '{"delivery":"command","command":"kind load"}' },
      ["karlo:image.command", '"kind load"', "{image}"],
    ],
    [
      "a key of another delivery",
      { "karlo:image": '{"delivery":"minikube","registry":"r/p"}' },
      ["karlo:image.registry", "unknown", "delivery, tag"],
    ],
    [
      "a registry without a name",
      { "karlo:image": '{"delivery":"registry"}' },
      ["karlo:image.registry", "missing"],
    ],
    ["an object in place of text", { "karlo:publicUrl": "{}" }, ["karlo:publicUrl", "http"]],
    [
      "text in place of an object",
      { "karlo:database": "statefulset" },
      ["karlo:database", '"statefulset"'],
    ],
    [
      "a size without unit",
      { "karlo:database": '{"mode":"statefulset","storage":"5"}' },
      ["karlo:database.storage", '"5"'],
    ],
    [
      "a port out of range",
      { "karlo:service": '{"type":"NodePort","nodePort":80}' },
      ["karlo:service.nodePort", "80", "30000"],
    ],
    [
      "a missing secret",
      { "karlo:betterAuthSecret": undefined },
      ["karlo:betterAuthSecret", "missing", "npm run secrets"],
    ],
    [
      "a password that is not used",
      {
        "karlo:database": '{"mode":"external"}',
        "karlo:databaseUrl": "postgresql://u:p@db.example:5432/karlo",
      },
      ["karlo:databasePassword"],
    ],
    [
      "an external database without URL",
      { "karlo:database": '{"mode":"external"}', "karlo:databasePassword": undefined },
      ["karlo:databaseUrl", "missing"],
    ],
    [
      "an unknown provider",
      { "karlo:model": '{"provider":"gpt"}' },
      ["karlo:model.provider", '"gpt"', "anthropic or custom"],
    ],
    [
      "an origin without scheme",
      { "karlo:corsOrigins": '["app.example"]' },
      ["karlo:corsOrigins.0", '"app.example"', "http"],
    ],
    [
      "a provider without its key",
      { "karlo:model": '{"provider":"gemini"}' },
      ["karlo:modelApiKey", "missing", "model.provider gemini needs it", "--secret"],
    ],
    [
      "a mail server without a sender",
      { "karlo:smtpUrl": "smtps://karlo:pass@mail.example" },
      ["karlo:mail", "smtpUrl needs it"],
    ],
    [
      "a Google client without its secret",
      { "karlo:googleClientId": "client" },
      ["karlo:googleClientSecret", "missing"],
    ],
    [
      "a limit of zero",
      { "karlo:limits": '{"tokensPerDay":0}' },
      ["karlo:limits.tokensPerDay", "0", "from 1"],
    ],
    ["a key without provider", { "karlo:modelApiKey": "k" }, ["karlo:modelApiKey", "builtin"]],
    [
      "replicas together with autoscaling",
      { "karlo:replicas": "2", "karlo:autoscaling": "{}" },
      ["karlo:replicas", "nothing while autoscaling rules"],
    ],
    [
      "a minimum of pods above the maximum",
      { "karlo:autoscaling": '{"minReplicas":5,"maxReplicas":3}' },
      ["karlo:autoscaling.minReplicas", "5", "at most"],
    ],
    [
      "an ingress for another host than that of publicUrl",
      { "karlo:ingress": '{"host":"todo.local"}' },
      ["karlo:ingress.host", '"todo.local"', "localhost"],
    ],
    [
      "a certificate without its key",
      { "karlo:tlsCertificate": "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----" },
      ["karlo:tlsKey", "missing", "karlo:tlsCertificate", "without an ingress"],
    ],
    [
      "an invalid certificate",
      { "karlo:tlsCertificate": "hello", "karlo:tlsKey": undefined },
      ["karlo:tlsCertificate", "a secret of 5 characters", "PEM"],
    ],
    [
      "the image called latest",
      { "karlo:image": '{"delivery":"none","name":"karlo","tag":"latest"}' },
      ["karlo:image.tag", '"latest"', "not latest"],
    ],
    [
      "an invalid schedule",
      { "karlo:backup": '{"schedule":"daily"}' },
      ["karlo:backup.schedule", '"daily"', "five fields"],
    ],
    [
      "an owner URL for a database in the cluster",
      { "karlo:migrationDatabaseUrl": "postgresql://u:p@db.example/karlo" },
      ["karlo:migrationDatabaseUrl", "unless database.mode is external"],
    ],
    [
      "a custom model without address",
      { "karlo:model": '{"provider":"custom","name":"m"}' },
      ["karlo:model.baseUrl", "missing"],
    ],
  ])("refuses %s", (_, values, expected) => {
    let message = "";
    try {
      read(values);
    } catch (error) {
      message = String(error);
    }
    for (const part of expected) expect(message).toContain(part);
    expect(message).not.toContain(SECRET);
  });

  it("reports the length of an invalid secret, never its value", () => {
    expect(() => read({ "karlo:betterAuthSecret": "hunter2" })).toThrow(
      /karlo:betterAuthSecret: came as a secret of 7 characters; it takes at least 32/,
    );
  });

  it("refuses a secret in plain text, and an encrypted plain setting", () => {
    expect(() => read({}, [])).toThrow(/karlo:betterAuthSecret: came in plain text/);
    expect(() => read({}, [...secretKeys, "karlo:publicUrl"])).toThrow(
      /karlo:publicUrl: came as a secret/,
    );
  });

  it("reports all problems at once", () => {
    expect(() => read({ "karlo:replicas": "0", "karlo:colour": "red" })).toThrow(
      /karlo:replicas.*\n.*karlo:colour/,
    );
  });
});
