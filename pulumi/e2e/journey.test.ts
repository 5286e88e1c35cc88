import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../web/local/free-port";
import { createBackup, restore } from "./backup";
import { browse } from "./browse";
import { Cluster, secondsToReady } from "./cluster";
import { runOrThrow } from "./commands";
import { readDocumentedCommands } from "./documented-commands";
import { findCluster } from "./environment";
import { findLeaks } from "./find-leaks";
import { collectLeakSources } from "./leak-sources";
import { Load } from "./load";
import { makeStack } from "./make-stack";
import { Measurements } from "./measurements";
import { copySources } from "./sources";
import { DeploymentError, type Stack } from "./stack";

const { context, delivery, missing } = findCluster();
const suffix = randomBytes(3).toString("hex");
const namespace = `karlo-journey-${suffix}`;
const cluster = new Cluster(context);
const measurements = new Measurements();

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
    measurements.print(`dev, by ${stack?.deployedBy}:`);
    // It may never have been started.
    await load?.stop().catch(() => {});
    if (await cluster.exists("namespace", namespace))
      await stack.destroy().catch((error) => console.error(error));
    rmSync(sources, { recursive: true, force: true });
  }, 600_000);

  it("comes up from nothing", async () => {
    image = await measurements.timed("first up, with the image's build", () => stack.up());
    const pods = await cluster.pods(namespace);
    expect(pods.length).toBe(1);
    measurements.note("a pod is ready after", `${Math.max(...pods.map(secondsToReady))} s`);
  });

  it("is unchanged by a second up", async () => {
    await measurements.timed("up again without a change", () => stack.up());
    expect(await stack.unchanged()).not.toBe(false);
  });

  it("passes its own test", async () => {
    await runOrThrow("helm", ["--kube-context", context, "-n", namespace, "test", "karlo"]);
  });

  it("serves a browser", async () => {
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
      await load.start(`http://karlo.${namespace}.svc`, image);
    }, 300_000);

    it("serves every request", async () => {
      const report = await load.during(async () => {});
      measurements.load("50 requests a second, 20 streams", report);
      expect(report.failures).toEqual([]);
    });

    it("is upgraded without a failed request or a lost event", async () => {
      const earlier = image;
      appendFileSync(join(sources, "web/server.ts"), "\n// A later version.\n");
      const report = await load.during(() =>
        measurements.timed("upgrade, with the image's build", async () => {
          image = await stack.up();
        }),
      );
      expect(image).not.toBe(earlier);
      measurements.load("upgrade", report);
      expect(report.failures).toEqual([]);

      const back = await load.during(() =>
        measurements.timed("rollback", async () => {
          const tag = earlier.split(":").at(-1);
          expect(await stack.up({ image: { ...delivery, tag } })).toBe(earlier);
        }),
      );
      measurements.load("rollback", back);
      expect(back.failures).toEqual([]);
      image = earlier;
    });

    it("is scaled up and down without a failed request", async () => {
      for (const replicas of [1, 3, 1]) {
        const report = await load.during(scale(replicas));
        measurements.load(`to ${replicas} replicas`, report);
        expect(report.failures).toEqual([]);
      }
    });

    it("loses only requests in flight when a pod is killed", async () => {
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
      measurements.load("a pod is killed", report);
      const last = Math.max(killed, ...report.failures.map(({ at }) => at));
      measurements.note("the last failed request after the kill", `${(last - killed) / 1000} s`);
      // Requests to that pod, until the cluster has removed it from the Service.
      expect(report.failures.length).toBeLessThan(report.requests / 10);
    });

    it("stays within its memory limit", async () => {
      for (const { metadata, status } of await cluster.pods(namespace))
        for (const { restartCount, lastState } of status.containerStatuses ?? []) {
          expect(lastState.terminated?.reason, metadata.name).not.toBe("OOMKilled");
          expect(restartCount).toBe(0);
        }
    });

    it("keeps serving when a migration fails, and reports why", async () => {
      const migration = join(sources, "web/prisma/migrations/9999_fails");
      mkdirSync(migration);
      writeFileSync(join(migration, "migration.sql"), "SELECT of_nothing();\n");
      const report = await load.during(() => expectFailure(/of_nothing/));
      rmSync(migration, { recursive: true });
      measurements.load("a migration fails", report);
      expect(report.failures).toEqual([]);
    });

    it("keeps serving when a new version does not become ready, and reports why", async () => {
      const server = join(sources, "web/server.ts");
      appendFileSync(server, '\nthrow new Error("this version does not start");\n');
      const report = await load.during(() => expectFailure(/this version does not start/));
      measurements.load("a version does not start", report);
      expect(report.failures).toEqual([]);
    });

    it("can be deployed with the previous version", async () => {
      await load.stop();
      const tag = image.split(":").at(-1);
      // The load's model is gone, so the built-in one is configured again.
      expect(await stack.up({ image: { ...delivery, tag }, model: null })).toBe(image);
    });
  });

  /** Expects that a deployment fails, with the reason where Pulumi deploys. */
  async function expectFailure(reason: RegExp): Promise<void> {
    const failed = await stack.up({ image: delivery }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(DeploymentError);
    if (stack.deployedBy === "pulumi") expect((failed as DeploymentError).output).toMatch(reason);
  }

  it("restores every row after the database was lost", async () => {
    const sql = (query: string) =>
      cluster.kubectl(
        ...["-n", namespace, "exec", "postgres-0", "--", "psql", "-U", "karlo", "-AtXc", query],
      );
    const rows = () =>
      sql("SELECT count(*), md5(string_agg(t::text, ',' ORDER BY t::text)) FROM task t");
    const before = await rows();
    expect(before).toMatch(/^[1-9]/);
    const dump = await measurements.timed("backup, proven by a restore", () =>
      createBackup(stack, cluster),
    );
    await sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    await measurements.timed("restore", () => restore(stack, cluster, dump));
    expect(await rows()).toBe(before);
    await runOrThrow("helm", ["--kube-context", context, "-n", namespace, "test", "karlo"]);
  });

  it("leaks no secret", async () => {
    const leakSources = await collectLeakSources(stack, cluster, image);
    expect(Object.keys(leakSources).length).toBeGreaterThan(5);
    expect(findLeaks(await stack.secrets(), leakSources)).toEqual([]);
  });

  it("supports every command of the operator's guide", async () => {
    for (const line of readDocumentedCommands(sources, "operate.md")) {
      const ofPulumi = /^(pulumi|npm run) /.test(line);
      if (ofPulumi && stack.deployedBy !== "pulumi") continue;
      const command = line
        .replaceAll("-n karlo ", `-n ${namespace} `)
        .replace(/^kubectl /, `kubectl --context ${context} `)
        .replace(/^helm /, `helm --kube-context ${context} `);
      await stack.shell(command);
    }
  });

  it("leaves nothing behind", async () => {
    await measurements.timed("destroy", () => stack.destroy());
    for (const kind of ["namespace", "persistentvolume"]) {
      // A volume is removed asynchronously, after its claim.
      const left = () => cluster.kubectl("get", kind, "-o", "json");
      await expect.poll(left, { timeout: 60_000, interval: 1_000 }).not.toContain(namespace);
    }
  });
});
