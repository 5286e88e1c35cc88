import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answers, FakePrograms } from "./testing/fake-programs.ts";

const node = (memory: string) => ({
  metadata: { name: "n" },
  spec: {},
  status: { allocatable: { memory } },
});
const pod = (memory: string) => ({
  metadata: { name: "p", namespace: "other" },
  spec: { containers: [{ resources: { requests: { memory } } }] },
  status: { phase: "Running" },
});
const set = {
  "karlo:context": { value: "minikube" },
  "karlo:betterAuthSecret": { secret: true },
  "karlo:vapidPrivateKey": { secret: true },
};

/** A machine and a cluster that meet every requirement. */
const ready: Answers = {
  "pulumi whoami": { out: { url: "file:///state" } },
  "pulumi stack ls": { out: [{ name: "dev" }] },
  "pulumi config --json": { out: { ...set, "karlo:databasePassword": { secret: true } } },
  "pulumi stack output": {
    out: { app: "karlo", url: "http://localhost:3000", access: "kubectl …" },
  },
  "kubectl config get-contexts": { out: "kind\nminikube\n" },
  "kubectl get nodes": { out: { items: [node("2Gi")] } },
  "kubectl get pods": { out: { items: [pod("200Mi")] } },
};

// Windows does not support shebang lines.
describe.skipIf(process.platform === "win32")("npm run up", () => {
  let fakePrograms: FakePrograms;
  beforeEach(() => {
    fakePrograms = new FakePrograms();
  });
  afterEach(() => fakePrograms.remove());

  const up = (answers: Answers, args = ["dev", "--yes"]) =>
    fakePrograms.run("up", args, { ...ready, ...answers });

  it("checks the machine, deploys and prints how to reach the app", async () => {
    const { code, output, calls } = await up({});
    expect(output).toContain("the cluster of context minikube answers and has room");
    expect(output).toContain("http://localhost:3000");
    expect(calls.map(({ call }) => call)).toContain("pulumi up --yes --stack dev");
    expect(code).toBe(0);
  });

  it("creates the stack and its secrets where they are missing, without printing any", async () => {
    const { output, calls, code } = await up({
      "pulumi stack ls": { out: [] },
      "pulumi config --json": { out: { "karlo:context": { value: "minikube" } } },
    });
    expect(code).toBe(0);
    expect(calls.map(({ call }) => call)).toContain(
      "pulumi stack init --no-select --stack dev --non-interactive",
    );
    const made = calls.filter(({ call }) => call.includes("--secret"));
    expect(made.map(({ call }) => call.split(" ")[4])).toEqual([
      "karlo:betterAuthSecret",
      "karlo:vapidPrivateKey",
      "karlo:databasePassword",
    ]);
    for (const { input } of made) {
      expect(input).toMatch(/^[\w-]{43}$/);
      expect(output).not.toContain(input);
    }
  });

  it("needs neither Docker nor Minikube for an image that the cluster pulls", async () => {
    fakePrograms.remove();
    fakePrograms = new FakePrograms(["pulumi", "kubectl"]);
    const image = JSON.stringify({ delivery: "none", name: "karlo", tag: "1" });
    const config = { ...set, "karlo:databasePassword": {}, "karlo:image": { value: image } };
    expect((await up({ "pulumi config --json": { out: config } })).code).toBe(0);
  });

  it("says how to unpin a stack from an earlier image", async () => {
    const image = JSON.stringify({ delivery: "command", command: "x {image}", tag: "src-1" });
    const config = { ...set, "karlo:databasePassword": {}, "karlo:image": { value: image } };
    const { output } = await up({ "pulumi config --json": { out: config } });
    expect(output).toContain("pulumi config rm --stack dev --path karlo:image.tag");
  });

  it.each<[string, string, string[]]>([
    ["pulumi", "Pulumi is not installed", ["kubectl", "docker", "minikube"]],
    ["kubectl", "kubectl is not installed", ["pulumi", "docker", "minikube"]],
    ["Docker", "Docker is not installed", ["pulumi", "kubectl", "minikube"]],
    ["Minikube", "Minikube is not installed", ["pulumi", "kubectl", "docker"]],
  ])("refuses without %s", async (_, expected, installed) => {
    fakePrograms.remove();
    fakePrograms = new FakePrograms(installed);
    const { code, output, calls } = await up({});
    expect(output).toContain(expected);
    expect(code).toBe(2);
    expect(calls.some(({ call }) => call.startsWith("pulumi up"))).toBe(false);
  });

  it.each<[string, Answers, string]>([
    [
      "when Docker does not run",
      { "docker version": { code: 1, error: "Cannot connect to the Docker daemon" } },
      "Docker is installed but does not run: Cannot connect to the Docker daemon",
    ],
    [
      "when Minikube does not run",
      { "minikube status": { code: 7 } },
      "Minikube does not run: minikube start --profile minikube",
    ],
    [
      "a context that does not exist",
      { "kubectl config get-contexts": { out: "kind\nk3d\n" } },
      "kubectl knows no context minikube, which karlo:context names; it knows kind, k3d.",
    ],
    [
      "a cluster that does not answer",
      { "kubectl get --raw": { code: 1, error: "connection refused" } },
      "The cluster of context minikube does not answer: connection refused",
    ],
    [
      "a cluster without the memory",
      { "kubectl get nodes": { out: { items: [node("700000Ki")] } } },
      "The cluster has 483 Mi of memory left and this stack asks for 640 Mi",
    ],
    [
      "when Pulumi has no backend",
      { "pulumi whoami": { code: 255, error: "PULUMI_ACCESS_TOKEN must be set" } },
      "`pulumi login --local`",
    ],
    [
      "a wrong passphrase",
      { "pulumi config --json": { code: 255, error: "error: incorrect passphrase" } },
      "not this stack's passphrase",
    ],
    [
      "a missing passphrase",
      { "pulumi config --json": { code: 255, error: "passphrase must be set with PULUMI_CONFIG" } },
      "set PULUMI_CONFIG_PASSPHRASE",
    ],
  ])("refuses %s in one sentence", async (_, answers, expected) => {
    const { code, output, calls } = await up(answers);
    expect(output.trim().split("\n").at(-1)).toContain(expected);
    expect(
      output
        .trim()
        .split("\n")
        .filter((line) => !line.endsWith("is set.")),
    ).toHaveLength(1);
    expect(code).toBe(2);
    expect(calls.some(({ call }) => call.startsWith("pulumi up"))).toBe(false);
  });

  it.each([
    ["without a terminal", ["dev"], "npm run up dev -- --yes"],
    ["an invalid stack name", ["--all"], "It takes: npm run up"],
    ["too many arguments", ["dev", "prod"], "It takes: npm run up"],
  ])("refuses %s", async (_, args, expected) => {
    const { code, output, calls } = await up({}, args);
    expect({ code, calls }).toEqual({ code: 2, calls: [] });
    expect(output).toContain(expected);
  });

  it("ends with 1 when pulumi up does not succeed", async () => {
    const { code, output } = await up({ "pulumi up": { code: 255 } });
    expect(code).toBe(1);
    expect(output).toContain("what was up before still is");
  });
});
