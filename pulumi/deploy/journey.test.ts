import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../scripts/free-port";
import { backUp, restore } from "./backup";
import { browse } from "./browse";
import { Cluster, secondsToReady } from "./cluster";
import { must } from "./commands";
import { documentedCommands } from "./documented-commands";
import { findCluster } from "./environment";
import { Figures } from "./figures";
import { findMarks } from "./find-marks";
import { Load } from "./load";
import { makeStack } from "./make-stack";
import { secretPlaces } from "./secret-places";
import { copySources } from "./sources";
import { DeploymentError, type Stack } from "./stack";

const { context, delivery, missing } = findCluster();
const suffix = randomBytes(3).toString("hex");
const namespace = `karlo-journey-${suffix}`;
const cluster = new Cluster(context);
const figures = new Figures();

let sources: string;
let stack: Stack;
let load: Load;
let url: string;
let port: number;
let image: string;

describe.skipIf(missing !== null)(`a stack on ${context}`, { timeout: 1_200_000 }, () => {
  beforeAll(async () => {
    sources = await copySources();
    port = await freePort();
    url = `http://localhost:${port}`;
    stack = await makeStack("dev", namespace, sources, cluster, {
      publicUrl: url,
      image: delivery,
      limits: { signUpsPerMinute: 1000, messagesPerMinute: 1000 },
      readyTimeoutSeconds: 120,
    });
  }, 120_000);

  afterAll(async () => {
    figures.print(`dev, by ${stack?.by}:`);
    await load?.end().catch(() => {});
    if (await cluster.exists("namespace", namespace))
      await stack.destroy().catch((error) => console.error(error));
    rmSync(sources, { recursive: true, force: true });
  }, 600_000);

  it("comes up from nothing", async () => {
    image = await figures.timed("first up, with the image's build", () => stack.up());
    const pods = await cluster.pods(namespace);
    expect(pods.length).toBe(1);
    figures.note("a pod is ready after", `${Math.max(...pods.map(secondsToReady))} s`);
  });

  it("changes nothing when nothing changed", async () => {
    await figures.timed("up again without a change", () => stack.up());
    expect(await stack.unchanged()).not.toBe(false);
  });

  it("passes its own test", async () => {
    await must("helm", ["--kube-context", context, "-n", namespace, "test", "karlo"]);
  });

  it("serves a person with a browser", async () => {
    const forward = await cluster.forward(namespace, "service/karlo", { from: port, to: 80 });
    try {
      await browse(url, { chat: true });
    } finally {
      forward.close();
    }
  });

  describe("under load", () => {
    const scale = (replicas: number) => () => stack.up({ replicas });

    beforeAll(async () => {
      load = new Load(cluster, `${namespace}-load`);
      await stack.up({
        replicas: 2,
        model: { provider: "custom", name: "words", baseUrl: load.modelUrl },
      });
      await load.begin(`http://karlo.${namespace}.svc`, image);
    }, 300_000);

    it("bears it", async () => {
      const report = await load.during(async () => {});
      figures.load("50 requests a second, 20 streams", report);
      expect(report.failures).toEqual([]);
    });

    it("is upgraded without a failed request or a lost event", async () => {
      const earlier = image;
      appendFileSync(join(sources, "web/server.ts"), "\n// A later version.\n");
      const report = await load.during(() =>
        figures.timed("upgrade, with the image's build", async () => {
          image = await stack.up();
        }),
      );
      expect(image).not.toBe(earlier);
      figures.load("upgrade", report);
      expect(report.failures).toEqual([]);

      const back = await load.during(() =>
        figures.timed("rollback", async () => {
          const tag = earlier.split(":").at(-1);
          expect(await stack.up({ image: { ...delivery, tag } })).toBe(earlier);
        }),
      );
      figures.load("rollback", back);
      expect(back.failures).toEqual([]);
      image = earlier;
    });

    it("is scaled up and down the same way", async () => {
      for (const replicas of [1, 3, 1]) {
        const report = await load.during(scale(replicas));
        figures.load(`to ${replicas} replicas`, report);
        expect(report.failures).toEqual([]);
      }
    });

    it("loses no more than what was in flight when a pod is killed", async () => {
      await scale(2)();
      const [victim] = await cluster.pods(namespace);
      let killed = 0;
      const report = await load.during(async () => {
        killed = Date.now();
        await cluster.kubectl(
          ...["-n", namespace, "delete", "pod", victim?.metadata.name ?? ""],
          ...["--grace-period=0", "--force"],
        );
        await cluster.kubectl("-n", namespace, "rollout", "status", "deployment/karlo");
      });
      figures.load("a pod is killed", report);
      const last = Math.max(killed, ...report.failures.map(({ at }) => at));
      figures.note("the last failed request after the kill", `${(last - killed) / 1000} s`);
      // Requests that were on it, and those sent before the cluster knew.
      expect(report.failures.length).toBeLessThan(report.requests / 10);
    });

    it("holds its limits", async () => {
      for (const { metadata, status } of await cluster.pods(namespace))
        for (const { restartCount, lastState } of status.containerStatuses ?? []) {
          expect(lastState.terminated?.reason, metadata.name).not.toBe("OOMKilled");
          expect(restartCount).toBe(0);
        }
    });

    it("serves on when a migration fails, and says why", async () => {
      const migration = join(sources, "web/prisma/migrations/9999_fails");
      mkdirSync(migration);
      writeFileSync(join(migration, "migration.sql"), "SELECT of_nothing();\n");
      const report = await load.during(() => expectRefusal(/of_nothing/));
      rmSync(migration, { recursive: true });
      figures.load("a migration fails", report);
      expect(report.failures).toEqual([]);
    });

    it("serves on when the new version never becomes ready, and says why", async () => {
      const server = join(sources, "web/server.ts");
      appendFileSync(server, '\nthrow new Error("this version does not start");\n');
      const report = await load.during(() => expectRefusal(/this version does not start/));
      figures.load("a version does not start", report);
      expect(report.failures).toEqual([]);
    });

    it("goes on with the version before", async () => {
      await load.end();
      const tag = image.split(":").at(-1);
      // The model that the load spoke with has gone with it.
      expect(await stack.up({ image: { ...delivery, tag }, model: null })).toBe(image);
    });
  });

  /** An up of what cannot work: it fails, and names the reason where Pulumi deploys. */
  async function expectRefusal(reason: RegExp): Promise<void> {
    const failed = await stack.up({ image: delivery }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(DeploymentError);
    if (stack.by === "pulumi") expect((failed as DeploymentError).output).toMatch(reason);
  }

  it("gets every row back after the database was lost", async () => {
    const sql = (query: string) =>
      cluster.kubectl(
        ...["-n", namespace, "exec", "postgres-0", "--", "psql", "-U", "karlo", "-AtXc", query],
      );
    const rows = () =>
      sql("SELECT count(*), md5(string_agg(t::text, ',' ORDER BY t::text)) FROM task t");
    const before = await rows();
    expect(before).toMatch(/^[1-9]/);
    const dump = await figures.timed("backup, proven by a restore", () => backUp(stack, cluster));
    await sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    await figures.timed("restore", () => restore(stack, cluster, dump));
    expect(await rows()).toBe(before);
    await must("helm", ["--kube-context", context, "-n", namespace, "test", "karlo"]);
  });

  it("keeps its secrets where they belong", async () => {
    const places = await secretPlaces(stack, cluster, image);
    expect(Object.keys(places).length).toBeGreaterThan(5);
    expect(findMarks(await stack.secrets(), places)).toEqual([]);
  });

  it("does what the guide of its operator says", async () => {
    for (const line of documentedCommands(sources, "operate.md")) {
      const ofPulumi = /^(pulumi|npm run) /.test(line);
      if (ofPulumi && stack.by !== "pulumi") continue;
      const command = line
        .replaceAll("-n karlo ", `-n ${namespace} `)
        .replace(/^kubectl /, `kubectl --context ${context} `)
        .replace(/^helm /, `helm --kube-context ${context} `);
      await stack.shell(command);
    }
  });

  it("leaves nothing behind", async () => {
    await figures.timed("destroy", () => stack.destroy());
    for (const kind of ["namespace", "persistentvolume"]) {
      // Whoever made a volume takes it away, once nobody claims it any more.
      const left = () => cluster.kubectl("get", kind, "-o", "json");
      await expect.poll(left, { timeout: 60_000, interval: 1_000 }).not.toContain(namespace);
    }
  });
});
