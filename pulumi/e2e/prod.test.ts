import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../web/local/free-port";
import { browse } from "./browse";
import { Cluster } from "./cluster";
import { findCluster } from "./environment";
import { Load } from "./load";
import { makeStack } from "./make-stack";
import { Measurements } from "./measurements";
import { copySources } from "./sources";
import type { Stack } from "./stack";

const { context, delivery, missing } = findCluster();
const cluster = new Cluster(context);
const namespace = `karlo-prod-${randomBytes(3).toString("hex")}`;
const measurements = new Measurements();

/** An image for the database, where the operator's default cannot be pulled. */
const databaseImage = process.env.KARLO_TEST_CNPG_IMAGE;
/** NAMESPACE/SERVICE of the installed ingress controller. */
const ingress = process.env.KARLO_TEST_INGRESS;

let sources: string;
let stack: Stack;
let load: Load;

// Two database instances, two pods and TLS at an ingress; the cluster needs CloudNativePG and an ingress.
describe.skipIf(missing !== null || !ingress)(`prod on ${context}`, { timeout: 900_000 }, () => {
  beforeAll(async () => {
    sources = await copySources();
    load = new Load(cluster, `${namespace}-load`);
    stack = await makeStack("prod", namespace, sources, cluster, {
      image: delivery,
      autoscaling: null,
      replicas: 2,
      database: {
        mode: "cnpg",
        instances: 2,
        storage: "1Gi",
        keep: true,
        ...(databaseImage && { image: databaseImage }),
      },
      ingress: { host: "todo.local" },
      model: { provider: "custom", name: "words", baseUrl: load.modelUrl },
      limits: { signUpsPerMinute: 1000, messagesPerMinute: 1000 },
    });
  }, 120_000);

  afterAll(async () => {
    measurements.print(`prod, by ${stack?.deployedBy}:`);
    // It may never have been started.
    await load?.stop().catch(() => {});
    if (await cluster.exists("namespace", namespace))
      await cluster.kubectl("delete", "namespace", namespace);
    rmSync(sources, { recursive: true, force: true });
  }, 600_000);

  it("comes up with a primary and a standby", async () => {
    const image = await measurements.timed("first up", () => stack.up());
    expect(await cluster.pods(namespace)).toHaveLength(2);
    const { status } = await cluster.get<{ status: { readyInstances: number } }>(
      ...["clusters.postgresql.cnpg.io", "postgres", "-n", namespace],
    );
    expect(status.readyInstances).toBe(2);
    await load.start(`http://karlo.${namespace}.svc`, image);
  });

  it("serves a browser through the ingress, over TLS", async () => {
    const [where = "", service = ""] = (ingress ?? "").split("/");
    const port = await freePort();
    const forward = await cluster.forward(where, `service/${service}`, { from: port, to: 443 });
    try {
      await browse("https://todo.local", { port, chat: false });
    } finally {
      forward.close();
    }
  });

  it("loses no event when its primary fails", async () => {
    const { status } = await cluster.get<{ status: { currentPrimary: string } }>(
      ...["clusters.postgresql.cnpg.io", "postgres", "-n", namespace],
    );
    let failed = 0;
    const report = await load.during(async () => {
      failed = Date.now();
      const primary = ["pod", status.currentPrimary, "-n", namespace];
      await cluster.kubectl("delete", ...primary, "--grace-period=0", "--force");
      await cluster.kubectl(
        ...["wait", "clusters.postgresql.cnpg.io/postgres", "-n", namespace, "--timeout=300s"],
        "--for=condition=Ready",
      );
    });
    const at = report.failures.map((failure) => failure.at);
    measurements.load("the primary fails", report);
    measurements.note(
      "requests failed for",
      `${(Math.max(failed, ...at) - Math.min(...at, failed)) / 1000} s`,
    );
    const after = await load.during(async () => {});
    measurements.load("after it", after);
    expect(after.failures).toEqual([]);
  });

  it("cannot be destroyed until its protection is removed", async () => {
    await load.stop();
    if (stack.deployedBy === "pulumi") {
      await expect(stack.destroy()).rejects.toThrow(/protected/);
      expect(await cluster.exists("namespace", namespace)).toBe(true);
    }
    await stack.up({
      database: { mode: "cnpg", instances: 2, storage: "1Gi", image: databaseImage },
    });
    await measurements.timed("destroy", () => stack.destroy());
    expect(await cluster.exists("namespace", namespace)).toBe(false);
  });
});
