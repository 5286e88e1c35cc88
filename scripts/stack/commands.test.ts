import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answers, FakePrograms } from "./testing/fake-programs.ts";

const outputs = { app: "karlo", namespace: "karlo", context: "minikube", image: "karlo:src-2" };
const deployed: Answers = { "pulumi stack output": { out: outputs } };

let fakePrograms: FakePrograms;
beforeEach(() => {
  fakePrograms = new FakePrograms();
});
afterEach(() => fakePrograms.remove());

// Windows does not support shebang lines.
describe.skipIf(process.platform === "win32")("commands on a stack", () => {
  it.each([
    ["verify", ["dev"]],
    ["backup", ["dev"]],
    ["rollback", ["dev", "--yes"]],
  ])("%s refuses a stack that is not deployed or does not exist", async (command, args) => {
    const down = await fakePrograms.run(command, args, { "pulumi stack output": { out: {} } });
    expect(down.output.trim()).toBe("karlo: Stack dev is not up: npm run up dev first.");
    const error = "error: no stack named 'dev' found";
    const none = await fakePrograms.run(command, args, {
      "pulumi stack output": { code: 255, error },
    });
    expect(none.output).toContain("There is no stack dev: npm run up dev makes it.");
    expect([down.code, none.code]).toEqual([2, 2]);
  });

  it.each(["verify", "backup"])("%s refuses a cluster that does not answer", async (command) => {
    const { code, output } = await fakePrograms.run(command, [], {
      ...deployed,
      "kubectl get --raw": { code: 1, error: "no route to host" },
    });
    expect(output).toContain("The cluster of context minikube does not answer: no route to host");
    expect(code).toBe(2);
  });

  it("verify ends with 1 and says which pods are missing", async () => {
    const spec = { replicas: 2, template: { spec: { containers: [{ image: "karlo:src-2" }] } } };
    const deployment = { spec, status: { availableReplicas: 1, updatedReplicas: 2 } };
    const { code, output } = await fakePrograms.run("verify", [], {
      ...deployed,
      "kubectl get deployment": { out: deployment },
      "kubectl get pods": { out: { items: [] } },
    });
    expect(code).toBe(1);
    expect(output).toContain("pods: 1 of 2 are ready; kubectl -n karlo describe pods");
  });

  it("verify says why a pod was killed, while it is away and after it came back", async () => {
    const spec = { replicas: 1, template: { spec: { containers: [{ image: "karlo:src-2" }] } } };
    const killed = { terminated: { reason: "OOMKilled", exitCode: 137 } };
    const pod = (ready: boolean) => ({
      metadata: { name: "karlo-1" },
      status: {
        phase: "Running",
        conditions: [{ type: "Ready", status: ready ? "True" : "False" }],
        containerStatuses: [
          {
            ...{ name: "karlo", image: "karlo:src-2", ready, restartCount: 1, lastState: killed },
            state: ready ? { running: {} } : { waiting: { reason: "CrashLoopBackOff" } },
          },
        ],
      },
    });
    const verify = (ready: boolean) =>
      fakePrograms.run("verify", [], {
        ...deployed,
        "kubectl get deployment": {
          out: { spec, status: { availableReplicas: ready ? 1 : 0, updatedReplicas: 1 } },
        },
        "kubectl get pods": { out: { items: [pod(ready)] } },
      });
    const why = "karlo-1: karlo needed more memory than its limit and was killed (OOMKilled)";
    expect((await verify(false)).output).toContain(`pods: 0 of 1 are ready; ${why}`);
    const { output } = await verify(true);
    expect(output).toContain(`note  ${why}`);
    expect(output).toContain("ok    pods: 1 of 1 ready");
  });

  it("backup refuses a stack without backups", async () => {
    const { code, output } = await fakePrograms.run("backup", [], {
      ...deployed,
      "kubectl get cronjob": { code: 1, error: "Error from server (NotFound)" },
    });
    expect(output).toContain("This stack has no backups");
    expect(code).toBe(2);
  });

  it("backup ends with 1 and the last line of a Job that failed", async () => {
    const { code, output } = await fakePrograms.run("backup", [], {
      ...deployed,
      "kubectl get cronjob": { out: {} },
      "kubectl get job": { out: { status: { conditions: [{ type: "Failed", status: "True" }] } } },
      "kubectl logs": { out: "dumping\nthe disk is full\n" },
    });
    expect(output.trim()).toMatch(/karlo-backup-\d{14} failed: the disk is full$/);
    expect(code).toBe(1);
  });

  it("restore refuses a file that is none, or no dump, and to go on unasked", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "karlo-dump-"));
    const text = path.join(folder, "text");
    const dump = path.join(folder, "dump");
    writeFileSync(text, "hello world");
    writeFileSync(dump, "PGDMP…");
    const restore = (...args: string[]) => fakePrograms.run("restore", args, deployed);
    expect((await restore("nowhere")).output).toContain("There is no file");
    expect((await restore(text)).output).toContain("is no dump that npm run backup made");
    expect((await restore()).output).toContain("It takes: npm run restore FILE");
    const unasked = await restore(dump, "dev");
    expect(unasked.output).toContain(`npm run restore ${dump} dev -- --yes`);
    expect(unasked.calls.some(({ call }) => call.includes("create job"))).toBe(false);
    expect(unasked.code).toBe(2);
  });

  it("down refuses protected data and says how to lift the protection", async () => {
    const value = JSON.stringify({ mode: "cnpg", keep: true });
    const { code, output, calls } = await fakePrograms.run("down", ["prod", "--yes"], {
      "pulumi config --json": { out: { "karlo:database": { value } } },
    });
    expect(output).toContain("pulumi config set --stack prod --path karlo:database.keep false");
    expect(calls.some(({ call }) => call.includes("destroy"))).toBe(false);
    expect(code).toBe(2);
  });

  it("down destroys what is not protected", async () => {
    const { code, calls } = await fakePrograms.run("down", ["dev", "--yes"], {
      "pulumi config --json": { out: {} },
    });
    expect(calls.at(-1)?.call).toBe("pulumi destroy --yes --stack dev");
    expect(code).toBe(0);
  });

  it("rollback takes the image that served before, not one that failed", async () => {
    const { code, calls, output } = await fakePrograms.run("rollback", ["dev", "--yes"], {
      ...deployed,
      "kubectl get secrets": {
        out: {
          items: [
            revision(1, "superseded", "src-1"),
            revision(2, "superseded", "src-2"),
            revision(3, "failed", "src-3"),
            revision(10, "deployed", "src-2"),
          ],
        },
      },
    });
    expect(calls.map(({ call }) => call).slice(-2)).toEqual([
      "pulumi config set --path karlo:image.tag src-1 --stack dev --non-interactive",
      "pulumi up --yes --stack dev",
    ]);
    expect(output).toContain("from karlo:src-2 back to src-1");
    expect(code).toBe(0);
  });

  it("rollback refuses when nothing else served before", async () => {
    const { code, output } = await fakePrograms.run("rollback", ["dev", "--yes"], {
      ...deployed,
      "kubectl get secrets": { out: { items: [revision(1, "deployed", "src-2")] } },
    });
    expect(output).toContain("there is nothing to go back to");
    expect(code).toBe(2);
  });

  it.each(["backup", "verify", "rollback", "restore", "down"])(
    "%s refuses unknown arguments",
    async (command) => {
      const { code, output } = await fakePrograms.run(command, ["a", "b", "c"], deployed);
      expect(output).toContain(`It takes: npm run ${command}`);
      expect(code).toBe(2);
    },
  );
});

/** The Secret of a Helm revision. */
function revision(version: number, status: string, tag: string) {
  const config = { image: { repository: "karlo", tag } };
  const gzip = gzipSync(JSON.stringify({ version, info: { status }, config }));
  const helm = gzip.toString("base64");
  return { metadata: { name: "x" }, data: { release: Buffer.from(helm).toString("base64") } };
}
