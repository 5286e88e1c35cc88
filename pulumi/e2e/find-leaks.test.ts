import { gzipSync } from "node:zlib";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it, vi } from "vitest";
import { secretKeys } from "../config";
import { canary, type Registered, runProgram, stackFile } from "../testing/run-program";
import { decodeHelmRelease, findLeaks } from "./find-leaks";

vi.mock("../build-context", () => ({ hashFiles: () => "f11e5", hashBuildContext: () => "c0de" }));

const SECRET = "canary+auth/0123456789 0123456789";

describe("findLeaks", () => {
  it.each<[string, string | Uint8Array]>([
    ["in clear text", `x ${SECRET} y`],
    ["in a URL", `postgresql://karlo:${encodeURIComponent(SECRET)}@host/karlo`],
    ["in bytes", Buffer.from(`\0${SECRET}\0`)],
    ["as base64", Buffer.from(SECRET).toString("base64")],
    ["within base64", Buffer.from(`a${SECRET}bc`).toString("base64")],
    ["within base64, later", Buffer.from(`ab${SECRET}c`).toString("base64")],
  ])("finds a secret %s", (_, content) => {
    expect(findLeaks([SECRET], { there: content })).toEqual([`there: ${SECRET}`]);
  });

  it("finds nothing without a secret", () => {
    expect(findLeaks([SECRET], { there: "canary", here: new Uint8Array(8) })).toEqual([]);
  });

  it("decodes a release that Helm stored", () => {
    const helm = gzipSync('{"config":{}}').toString("base64");
    expect(decodeHelmRelease(Buffer.from(helm).toString("base64"))).toBe('{"config":{}}');
  });
});

const password = canary("password");
const pem = (label: string, content: string) =>
  `-----BEGIN ${label}-----\n${content}\n-----END ${label}-----`;

/** Every secret of a stack, by the kind of its database. */
const inCluster = { betterAuthSecret: canary("auth"), databasePassword: password };
const external = {
  betterAuthSecret: canary("auth"),
  previousAuthSecrets: canary("previous-secret-of-the-sessions"),
  databaseUrl: `postgresql://app:${canary("app")}@pool.example/karlo`,
  directDatabaseUrl: `postgresql://app:${canary("direct")}@db.example/karlo`,
  migrationDatabaseUrl: `postgresql://owner:${canary("owner")}@db.example/karlo`,
};
const others = {
  tlsCertificate: pem("CERTIFICATE", canary("certificate")),
  tlsKey: pem("PRIVATE KEY", canary("key")),
  modelApiKey: canary("model"),
  smtpUrl: `smtps://karlo:${canary("smtp")}@mail.example`,
  googleClientSecret: canary("google"),
  otlpHeaders: `x-api-key=${canary("otlp")}`,
  // 32 bytes in base64url.
  vapidPrivateKey: `canary-vapid-${"A".repeat(30)}`,
};
const settings = {
  publicUrl: "https://todo.local",
  ingress: { host: "todo.local", install: true },
  model: { provider: "openai" },
  mail: { from: "karlo@todo.local" },
  googleClientId: "karlo-client",
  observability: { traces: { endpoint: "http://collector.monitoring:4318" } },
};
const canariesIn = (secrets: Record<string, string>) =>
  Object.values(secrets).flatMap((value) => /canary[-\w]+/.exec(value) ?? []);

describe("the secrets of a stack", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each<[string, unknown, Record<string, string>]>([
    ["a statefulset", { mode: "statefulset" }, inCluster],
    ["CloudNativePG", { mode: "cnpg", operator: "install" }, inCluster],
    ["an external database", { mode: "external" }, external],
  ])("are only in Kubernetes Secrets, with %s", async (_, database, own) => {
    const logged: string[] = [];
    // Debug messages contain all inputs; the engine masks the secrets in them, so they are not captured.
    for (const level of ["info", "warn", "error"] as const)
      vi.spyOn(pulumi.log, level).mockImplementation(async (message) => void logged.push(message));
    for (const level of ["log", "warn", "error"] as const)
      vi.spyOn(console, level).mockImplementation((...words) => void logged.push(words.join(" ")));
    const secrets = { ...own, ...others };
    const config = { ...stackFile("dev"), ...settings, database };
    const { resources, outputs } = await runProgram("dev", config, secrets);

    const isSecret = ({ resource }: Registered) => resource.includes("core/v1:Secret::");
    const sources = Object.fromEntries(
      resources.map(({ resource, plain, inputs }) => [
        resource,
        JSON.stringify(isSecret({ resource } as Registered) ? inputs : plain),
      ]),
    );
    const canaries = canariesIn(secrets);
    expect(canaries).toHaveLength(Object.keys(secrets).length);
    const all = { ...sources, outputs: JSON.stringify(outputs), log: logged.join("\n") };
    expect(findLeaks(canaries, all)).toEqual([]);

    // Otherwise the search proves nothing: each value is in a Secret.
    const held = resources.filter(isSecret).map(({ plain }) => JSON.stringify(plain));
    for (const value of canaries)
      expect(
        held.some((text) => text.includes(value)),
        value,
      ).toBe(true);
  });

  it("are all covered by this test", () => {
    expect(Object.keys({ ...inCluster, ...external, ...others }).sort()).toEqual(
      [...secretKeys].sort(),
    );
  });
});
