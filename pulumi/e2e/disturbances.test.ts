// What happens to a cluster in a year, under load: pods come and go by themselves, a node is emptied, memory
// runs out, secrets change, releases are skipped. No request fails and no event is lost or doubled but
// where that is the disturbance's nature; then they are counted.
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBackup, restore } from "./backup";
import { Cluster } from "./cluster";
import { run, runOrThrow } from "./commands";
import { findCluster } from "./environment";
import { Load } from "./load";
import { makeStack } from "./make-stack";
import { Measurements } from "./measurements";
import { copySources } from "./sources";
import type { Stack } from "./stack";

const { context, delivery, missing } = findCluster();
const suffix = randomBytes(3).toString("hex");
const namespace = `karlo-disturbed-${suffix}`;
const cluster = new Cluster(context);
const measurements = new Measurements();

const RESOURCES = {
  requests: { cpu: "150m", memory: "256Mi" },
  limits: { cpu: "500m", memory: "512Mi" },
};

let sources: string;
let stack: Stack;
let load: Load;
let image: string;

const kubectl = (...args: string[]) => cluster.kubectl("-n", namespace, ...args);
const rolledOut = () => kubectl("rollout", "status", "deployment/karlo", "--timeout=300s");
const readyPods = async () =>
  (await cluster.pods(namespace)).filter(({ status }) =>
    status.conditions?.some(({ type, status }) => type === "Ready" && status === "True"),
  ).length;
/** How many there are, with those that end. */
const allPods = async () =>
  (await kubectl("get", "pods", "-l", "app.kubernetes.io/component=web", "-o", "name"))
    .trim()
    .split("\n").length;
const becomes = (count: number, minutes: number) =>
  expect.poll(readyPods, { timeout: minutes * 60_000, interval: 2_000 }).toBe(count);
const sql = (query: string, of = namespace) =>
  cluster.kubectl(...["-n", of, "exec", "postgres-0", "--", "psql", "-U", "karlo", "-AtXc", query]);

describe.skipIf(missing !== null)(`disturbances on ${context}`, { timeout: 1_800_000 }, () => {
  beforeAll(async () => {
    sources = await copySources();
    load = new Load(cluster, `${namespace}-load`);
    stack = await makeStack("dev", namespace, sources, cluster, {
      image: delivery,
      replicas: 2,
      resources: RESOURCES,
      model: { provider: "custom", name: "words", baseUrl: load.modelUrl },
      limits: { signUpsPerMinute: 1000, messagesPerMinute: 1000 },
      readyTimeoutSeconds: 240,
    });
    image = await measurements.timed("first up, with the image's build", () => stack.up());
    await load.start(`http://karlo.${namespace}.svc`, image, { USERS: 6, RATE: 5 });
  }, 1_800_000);

  afterAll(async () => {
    measurements.print(`disturbances, by ${stack?.deployedBy}:`);
    await load?.stop().catch(() => {});
    if (await cluster.exists("namespace", namespace))
      await stack.destroy().catch((error) => console.error(error));
    rmSync(sources, { recursive: true, force: true });
  }, 600_000);

  it("keeps a pod while a node is emptied", async () => {
    const [node = ""] = (await cluster.kubectl("get", "nodes", "-o", "name")).trim().split("\n");
    const [pod] = await cluster.pods(namespace);
    // A drain is of all namespaces: of this stack's pods alone.
    const hash = pod?.metadata.labels?.["pod-template-hash"];
    expect(hash).toBeDefined();
    const report = await load.during(async () => {
      try {
        // The only node there may be: what is evicted has nowhere to go, so that the last one stays.
        const drained = await run("kubectl", [
          ...["--context", context, "drain", node, "--timeout=45s", "--ignore-daemonsets"],
          ...["--delete-emptydir-data", "--force", "--pod-selector", `pod-template-hash=${hash}`],
        ]);
        if (drained.code !== 0) expect(drained.output).toMatch(/disruption budget|timed? ?out/);
        expect(await readyPods()).toBeGreaterThan(0);
      } finally {
        await cluster.kubectl("uncordon", node);
      }
      await becomes(2, 5);
    });
    measurements.load("a node is drained", report);
    expect(report.failures).toEqual([]);
  });

  it("brings back a pod that was killed for memory, and says why", async () => {
    const [victim] = await cluster.pods(namespace);
    const name = victim?.metadata.name ?? "";
    // The kernel kills the process that takes the memory, so it has to be the app's own: by its inspector.
    const hog = `process.kill(1, "SIGUSR1");
      setTimeout(async () => {
        const [{ webSocketDebuggerUrl }] = await (await fetch("http://127.0.0.1:9229/json")).json();
        const socket = new WebSocket(webSocketDebuggerUrl);
        const expression = "globalThis.hog = []; setInterval(() => hog.push(Buffer.alloc(2 ** 25, 1)), 20)";
        const message = { id: 1, method: "Runtime.evaluate", params: { expression } };
        socket.onopen = () => socket.send(JSON.stringify(message));
      }, 2_000);`;
    const ended = async () =>
      (await cluster.pods(namespace)).find(({ metadata }) => metadata.name === name)?.status
        .containerStatuses?.[0];
    const report = await load.during(async () => {
      const exec = ["--context", context, "-n", namespace, "exec", name, "--"];
      await run("kubectl", [...exec, "node", "-e", hog]);
      const restarts = async () => (await ended())?.restartCount;
      await expect.poll(restarts, { timeout: 60_000 }).toBeGreaterThan(0);
      await becomes(2, 5);
    });
    expect((await ended())?.lastState.terminated?.reason).toBe("OOMKilled");
    if (stack.deployedBy === "pulumi")
      expect(await stack.shell("npm run --silent verify dev")).toContain("OOMKilled");
    measurements.load("a pod is killed for memory", report);
    // Requests in flight to that pod, and until the cluster has removed it from the Service.
    expect(report.failures.length).toBeLessThan(report.requests / 5);
  });

  it.each([
    ["modelApiKey", 0],
    ["vapidPrivateKey", 0],
    ["betterAuthSecret", 0],
    // The database's pod restarts.
    ["databasePassword", Number.POSITIVE_INFINITY],
  ])("rotates %s while requests run", async (secret, most) => {
    const report = await load.during(async () => {
      if (secret === "betterAuthSecret")
        await stack.setSecret("previousAuthSecrets", await stack.secret(secret));
      await stack.setSecret(secret, randomBytes(32).toString("base64url"));
      await stack.up();
      await rolledOut();
      // Pods that end still answer on connections that are open, with what they know.
      await expect.poll(allPods, { timeout: 180_000, interval: 2_000 }).toBe(2);
    });
    measurements.load(`${secret} is rotated`, report);
    expect(report.failures.length).toBeLessThanOrEqual(most);
    const after = await load.during(async () => {});
    expect(after.failures).toEqual([]);
  });

  // Before the next one, whose dump would hold migrations that this version does not know.
  it("is restored into a new stack of another name, where people are still signed in", async () => {
    const people = `SELECT count(*), md5(string_agg(u.email, ',' ORDER BY u.email)) FROM "user" u`;
    const other = `karlo-restored-${suffix}`;
    const copy = await copySources();
    const restored = await makeStack("dev", other, copy, cluster, {
      image: { ...delivery, tag: image.split(":").at(-1) },
    });
    try {
      const dump = await createBackup(stack, cluster);
      await restored.up();
      const file = join(copy, "backup.dump");
      await copyDump(dump, file, other);
      const before = await sql(people);
      expect(before).toMatch(/^[1-9]/);
      await measurements.timed("restore into another stack", () =>
        restore(restored, cluster, "copied.dump"),
      );
      expect(await sql(people, other)).toBe(before);
      await runOrThrow("helm", ["--kube-context", context, "-n", other, "test", "karlo"]);
    } finally {
      if (await cluster.exists("namespace", other)) await restored.destroy();
      rmSync(copy, { recursive: true, force: true });
    }
  });

  /** Copies a dump from the volume of this stack to that of another one. */
  async function copyDump(dump: string, file: string, to: string): Promise<void> {
    const shell = (of: string, line: string) =>
      runOrThrow("sh", ["-c", `kubectl --context ${context} -n ${of} ${line}`]);
    for (const of of [namespace, to]) {
      await shell(of, "create job copy --from=cronjob/karlo-files");
      const pod = "pod -l batch.kubernetes.io/job-name=copy";
      await shell(of, `wait --for=create ${pod}`);
      await shell(of, `wait --for=condition=Ready ${pod} --timeout=120s`);
    }
    await shell(namespace, `exec job/copy -- cat /backup/${dump} >${file}`);
    await shell(to, `exec -i job/copy -- /bin/bash -c 'cat >/backup/copied.dump' <${file}`);
    for (const of of [namespace, to]) await shell(of, "delete job copy");
  }

  it("skips releases: three migrations at once, and back over the wider schema", async () => {
    const earlier = image;
    const migrations = [1, 2, 3].map((release) => `999${release}_release_${release}`);
    for (const [at, name] of migrations.entries()) {
      const folder = join(sources, "web/prisma/migrations", name);
      mkdirSync(folder);
      const table = `release_${at + 1}`;
      writeFileSync(
        join(folder, "migration.sql"),
        `CREATE TABLE ${table} (id bigint PRIMARY KEY);\nALTER TABLE task ADD COLUMN ${table} text;\n`,
      );
    }
    const report = await load.during(() =>
      measurements.timed("upgrade over three releases", async () => {
        image = await stack.up();
      }),
    );
    measurements.load("three releases at once", report);
    expect(report.failures).toEqual([]);
    const columns =
      "SELECT count(*) FROM information_schema.columns WHERE column_name LIKE 'release\\_%'";
    expect(await sql(columns)).toMatch(/^3$/m);
    const back = await load.during(async () => {
      const tag = earlier.split(":").at(-1);
      expect(await stack.up({ image: { ...delivery, tag } })).toBe(earlier);
    });
    image = earlier;
    measurements.load("rollback over their schema", back);
    expect(back.failures).toEqual([]);
    expect(await sql(columns)).toMatch(/^3$/m);
    for (const name of migrations)
      rmSync(join(sources, "web/prisma/migrations", name), { recursive: true });
  });

  it("is scaled by its load from two pods to four and back", async () => {
    const metrics = ["get", "--raw", "/apis/metrics.k8s.io/v1beta1/nodes"];
    if ((await run("kubectl", ["--context", context, ...metrics])).code !== 0) {
      console.warn("The cluster has no metrics API: the autoscaler is not tested.");
      return;
    }
    const bounds = { minReplicas: 2, maxReplicas: 4, targetCPUUtilizationPercentage: 60 };
    await stack.up({ replicas: null, autoscaling: bounds });
    await becomes(2, 10);
    const more = await load.during(() =>
      measurements.timed("from 2 to 4 pods", async () => {
        await load.setRate(80);
        await becomes(4, 10);
      }),
    );
    measurements.load("scaled up by its load", more);
    expect(more.failures).toEqual([]);
    const less = await load.during(() =>
      measurements.timed("from 4 to 2 pods", async () => {
        await load.setRate(1);
        await becomes(2, 20);
      }),
    );
    measurements.load("scaled down again", less);
    expect(less.failures).toEqual([]);
  });
});
