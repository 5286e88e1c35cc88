// A scripted agent that operates a stack by `npm run mcp:operate` alone: it finds what was broken by
// `explain`, and mends it by acts, each with the token of its plan.
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cluster } from "./cluster";
import { findCluster } from "./environment";
import { makeStack } from "./make-stack";
import { Operator, tokenOf } from "./operator";
import { copySources } from "./sources";
import type { Stack } from "./stack";

const { context, delivery, missing } = findCluster();
const namespace = `karlo-operate-${randomBytes(3).toString("hex")}`;
const cluster = new Cluster(context);

let sources: string;
let stack: Stack;
let operator: Operator;

describe.skipIf(missing !== null)(`an operator on ${context}`, { timeout: 1_200_000 }, () => {
  beforeAll(async () => {
    sources = await copySources();
    stack = await makeStack("dev", namespace, sources, cluster, {
      image: delivery,
      readyTimeoutSeconds: 120,
    });
    await stack.up();
    operator = await Operator.connect(context, namespace);
  }, 1_200_000);

  afterAll(async () => {
    await operator?.close();
    if (await cluster.exists("namespace", namespace)) await stack.destroy();
    rmSync(sources, { recursive: true, force: true });
  }, 600_000);

  const kubectl = (...args: string[]) => cluster.kubectl("-n", namespace, ...args);
  const inDatabase = (...args: string[]) => kubectl("exec", "postgres-0", "--", ...args);

  const call = (name: string, args = {}): Promise<string> => operator.call(name, args);

  /** Plans an act and does it. */
  async function act(name: string, args: Record<string, unknown> = {}): Promise<string> {
    return call(name, { ...args, token: tokenOf(await call(name, args)) });
  }

  const explained = (reason: RegExp) =>
    expect.poll(() => call("explain"), { timeout: 120_000, interval: 2_000 }).toMatch(reason);
  const isWell = () => explained(/^Nothing is wrong now/);

  it("finds a stack that serves well, and scales it", async () => {
    await isWell();
    expect(await act("scale", { replicas: 2 })).toBe("1 → 2 pods.");
    expect(await call("status")).toContain("2 of 2 ready");
  });

  it("finds an image that does not exist, and goes back to the one before", async () => {
    await kubectl("set", "image", "deployment/karlo", "karlo=karlo:nowhere");
    await explained(/the image karlo:nowhere cannot be had/);
    expect(await act("rollback")).toContain("karlo:nowhere →");
    await isWell();
  });

  it("finds a killed process of the app, which came back", async () => {
    const [victim] = await cluster.pods(namespace);
    const name = victim?.metadata.name ?? "";
    // PID 1 ignores the signals of its own namespace but those that it handles.
    await kubectl("exec", name, "--", "node", "-e", "process.kill(1, 'SIGTERM')");
    await explained(new RegExp(`${name} .*\\(over\\) .*started again 1 times`));
    await isWell();
  });

  it("finds the database gone, before what waits for it", async () => {
    await kubectl("scale", "statefulset/postgres", "--replicas=0");
    await explained(/\(web\): it runs and is not ready: .*503/);
    await kubectl("scale", "statefulset/postgres", "--replicas=1");
    await isWell();
  });

  it("backs up, and restores what was lost", async () => {
    const sql = (query: string) =>
      inDatabase("psql", "-U", "karlo", "-AtXc", query).then((output) => output.trim());
    await sql("INSERT INTO attempt (key, count, ends_at) VALUES ('operate', 7, now())");
    const [, dump] = /complete: (\S+\.dump)/.exec(await act("backup")) ?? [];
    await sql("DELETE FROM attempt WHERE key = 'operate'");
    await act("restore", { dump });
    expect(await sql("SELECT count FROM attempt WHERE key = 'operate'")).toBe("7");
    await isWell();
  });

  it("has written what it did to the events of the namespace", async () => {
    const events = await kubectl("get", "events", "-o", "jsonpath={.items[*].reason}");
    for (const reason of ["Scale", "Rollback", "Backup", "Restore"])
      expect(events.split(" ")).toContain(reason);
  });
});
