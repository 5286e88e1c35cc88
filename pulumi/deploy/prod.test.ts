import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../scripts/free-port";
import { browse } from "./browse";
import { Cluster } from "./cluster";
import { findCluster } from "./environment";
import { Figures } from "./figures";
import { Load } from "./load";
import { makeStack } from "./make-stack";
import { copySources } from "./sources";
import type { Stack } from "./stack";

const { context, delivery, missing } = findCluster();
const cluster = new Cluster(context);
const namespace = `karlo-prod-${randomBytes(3).toString("hex")}`;
const figures = new Figures();

/** An image for the instances, where the operator's own cannot be pulled. */
const databaseImage = process.env.KARLO_TEST_CNPG_IMAGE;
/** NAMESPACE/SERVICE of the ingress controller, whose operator and class are there already. */
const ingress = process.env.KARLO_TEST_INGRESS;

let sources: string;
let stack: Stack;
let load: Load;

// Two instances of CloudNativePG, two pods, TLS at an ingress: where the cluster has both operators.
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
    figures.print(`prod, by ${stack?.by}:`);
    await load?.end().catch(() => {});
    if (await cluster.exists("namespace", namespace))
      await cluster.kubectl("delete", "namespace", namespace);
    rmSync(sources, { recursive: true, force: true });
  }, 600_000);

  it("comes up with a primary and a standby", async () => {
    const image = await figures.timed("first up", () => stack.up());
    expect(await cluster.pods(namespace)).toHaveLength(2);
    const { status } = await cluster.get<{ status: { readyInstances: number } }>(
      ...["clusters.postgresql.cnpg.io", "postgres", "-n", namespace],
    );
    expect(status.readyInstances).toBe(2);
    await load.begin(`http://karlo.${namespace}.svc`, image);
  });

  it("serves a person through the ingress, over TLS", async () => {
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
    figures.load("the primary fails", report);
    figures.note(
      "requests failed for",
      `${(Math.max(failed, ...at) - Math.min(...at, failed)) / 1000} s`,
    );
    const after = await load.during(async () => {});
    figures.load("after it", after);
    expect(after.failures).toEqual([]);
  });

  it("keeps its data until its protection is lifted", async () => {
    await load.end();
    if (stack.by === "pulumi") {
      await expect(stack.destroy()).rejects.toThrow(/protected/);
      expect(await cluster.exists("namespace", namespace)).toBe(true);
    }
    await stack.up({
      database: { mode: "cnpg", instances: 2, storage: "1Gi", image: databaseImage },
    });
    await figures.timed("destroy", () => stack.destroy());
    expect(await cluster.exists("namespace", namespace)).toBe(false);
  });
});
