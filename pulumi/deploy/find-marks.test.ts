import { gzipSync } from "node:zlib";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it, vi } from "vitest";
import { secretKeys } from "../config";
import { marked, type Registered, runProgram, stackFile } from "../testing/run-program";
import { findMarks, openHelmRelease } from "./find-marks";

vi.mock("../build-context", () => ({ hashFiles: () => "f11e5", hashBuildContext: () => "c0de" }));

const MARK = "canary+auth/0123456789 0123456789";

describe("finding marks", () => {
  it.each<[string, string | Uint8Array]>([
    ["in clear", `x ${MARK} y`],
    ["in a URL", `postgresql://karlo:${encodeURIComponent(MARK)}@host/karlo`],
    ["in bytes", Buffer.from(`\0${MARK}\0`)],
    ["as base64", Buffer.from(MARK).toString("base64")],
    ["within base64", Buffer.from(`a${MARK}bc`).toString("base64")],
    ["within base64, later", Buffer.from(`ab${MARK}c`).toString("base64")],
  ])("sees one %s", (_, content) => {
    expect(findMarks([MARK], { there: content })).toEqual([`there: ${MARK}`]);
  });

  it("sees none where there is none", () => {
    expect(findMarks([MARK], { there: "canary", here: new Uint8Array(8) })).toEqual([]);
  });

  it("opens what Helm stored", () => {
    const helm = gzipSync('{"config":{}}').toString("base64");
    expect(openHelmRelease(Buffer.from(helm).toString("base64"))).toBe('{"config":{}}');
  });
});

const password = marked("password");
const pem = (label: string, mark: string) =>
  `-----BEGIN ${label}-----\n${mark}\n-----END ${label}-----`;

/** Every secret of a stack, marked, for each place that its data can be in. */
const inCluster = { betterAuthSecret: marked("auth"), databasePassword: password };
const elsewhere = {
  betterAuthSecret: marked("auth"),
  databaseUrl: `postgresql://app:${marked("app")}@pool.example/karlo`,
  directDatabaseUrl: `postgresql://app:${marked("direct")}@db.example/karlo`,
  migrationDatabaseUrl: `postgresql://owner:${marked("owner")}@db.example/karlo`,
};
const others = {
  tlsCertificate: pem("CERTIFICATE", marked("certificate")),
  tlsKey: pem("PRIVATE KEY", marked("key")),
  modelApiKey: marked("model"),
  smtpUrl: `smtps://karlo:${marked("smtp")}@mail.example`,
  googleClientSecret: marked("google"),
};
const settings = {
  publicUrl: "https://todo.local",
  ingress: { host: "todo.local", install: true },
  model: { provider: "openai" },
  mail: { from: "karlo@todo.local" },
  googleClientId: "karlo-client",
};
const marksIn = (secrets: Record<string, string>) =>
  Object.values(secrets).flatMap((value) => /canary[-\w]+/.exec(value) ?? []);

describe("the secrets of a stack", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each<[string, unknown, Record<string, string>]>([
    ["a statefulset", { mode: "statefulset" }, inCluster],
    ["CloudNativePG", { mode: "cnpg", operator: "install" }, inCluster],
    ["a database elsewhere", { mode: "external" }, elsewhere],
  ])("are in Kubernetes Secrets alone, with %s", async (_, database, own) => {
    const logged: string[] = [];
    // Pulumi's own debug messages hold all inputs; its engine hides secrets in them, and prints none.
    for (const level of ["info", "warn", "error"] as const)
      vi.spyOn(pulumi.log, level).mockImplementation(async (message) => void logged.push(message));
    for (const level of ["log", "warn", "error"] as const)
      vi.spyOn(console, level).mockImplementation((...words) => void logged.push(words.join(" ")));
    const secrets = { ...own, ...others };
    const config = { ...stackFile("dev"), ...settings, database };
    const { resources, outputs } = await runProgram("dev", config, secrets);

    const isSecret = ({ resource }: Registered) => resource.includes("core/v1:Secret::");
    const places = Object.fromEntries(
      resources.map(({ resource, plain, inputs }) => [
        resource,
        JSON.stringify(isSecret({ resource } as Registered) ? inputs : plain),
      ]),
    );
    const marks = marksIn(secrets);
    expect(marks).toHaveLength(Object.keys(secrets).length);
    const all = { ...places, outputs: JSON.stringify(outputs), log: logged.join("\n") };
    expect(findMarks(marks, all)).toEqual([]);

    // They were there to be found: each is in a Secret, where Pulumi encrypts it.
    const held = resources.filter(isSecret).map(({ plain }) => JSON.stringify(plain));
    for (const mark of marks)
      expect(
        held.some((text) => text.includes(mark)),
        mark,
      ).toBe(true);
  });

  it("are all of them marked above", () => {
    expect(Object.keys({ ...inCluster, ...elsewhere, ...others }).sort()).toEqual(
      [...secretKeys].sort(),
    );
  });
});
