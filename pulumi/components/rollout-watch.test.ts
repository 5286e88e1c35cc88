import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it, vi } from "vitest";
import { look, type Pod, troubleOf } from "./rollout-watch";

const NOW = Date.parse("2026-11-21T12:01:00Z");
const container = (state: object, more: object = {}) =>
  ({ containerStatuses: [{ name: "karlo", ready: false, state, ...more }] }) as Pod["status"];
const pod = (status: Pod["status"]): Pod => ({
  metadata: { name: "karlo-1", creationTimestamp: "2026-11-21T12:00:00Z" },
  status,
});

describe("what keeps a pod from being ready", () => {
  it.each<[string, Pod["status"], string | undefined]>([
    ["nothing yet", {}, undefined],
    ["creation", container({ waiting: { reason: "ContainerCreating" } }), undefined],
    ["a start", container({ running: { startedAt: "2026-11-21T12:00:50Z" } }), undefined],
    [
      "a start that takes too long",
      container({ running: { startedAt: "2026-11-21T12:00:00Z" } }),
      "karlo runs, and is not ready after 30 seconds",
    ],
    [
      "an image that is nowhere",
      container({ waiting: { reason: "ErrImagePull", message: "not found" } }),
      "karlo: ErrImagePull, not found",
    ],
    [
      "a crash",
      container({ terminated: { exitCode: 1, reason: "Error" } }),
      "karlo ended with 1 (Error)",
    ],
    [
      "a crash before",
      container(
        { waiting: { reason: "CrashLoopBackOff" } },
        { lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } } },
      ),
      "karlo ended with 137 (OOMKilled)",
    ],
    ["an end that is well", container({ terminated: { exitCode: 0 } }), undefined],
    [
      "too small a node",
      {
        conditions: [
          { type: "PodScheduled", status: "False", reason: "Unschedulable", message: "0/1 nodes" },
        ],
      },
      "no node takes it: 0/1 nodes",
    ],
  ])("is %s", (_, status, expected) => {
    expect(troubleOf(pod(status), NOW)).toBe(expected);
  });
});

// Windows starts no script by its first line.
describe.skipIf(process.platform === "win32")("the watch of a rollout", () => {
  const folder = mkdtempSync(join(tmpdir(), "karlo-watch-"));
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  it("tells once what is wrong with a new pod, with its last lines, and nothing of an old one", async () => {
    const bad = pod(container({ terminated: { exitCode: 1 } }));
    const old = { ...bad, metadata: { name: "old", creationTimestamp: "2026-11-20T12:00:00Z" } };
    const script = `#!${process.execPath}
console.log(process.argv.includes("logs") ? "starting\\nno database" : ${JSON.stringify(JSON.stringify({ items: [old, bad] }))});`;
    writeFileSync(join(folder, "kubectl"), script, { mode: 0o755 });
    process.env.PATH = folder;
    const warn = vi.spyOn(pulumi.log, "warn").mockResolvedValue();
    const watched = { context: "minikube", namespace: "karlo", release: "karlo" };
    const told = new Set<string>();
    await look(watched, NOW - 120_000, told);
    await look(watched, NOW - 120_000, told);
    expect(warn.mock.calls.map(([message]) => message)).toEqual([
      "pod karlo-1: karlo ended with 1; its last lines:\n  starting\n  no database",
    ]);
  });

  it("says nothing where there is no kubectl", async () => {
    process.env.PATH = join(folder, "empty");
    const warn = vi.spyOn(pulumi.log, "warn").mockResolvedValue();
    await look({ context: undefined, namespace: "karlo", release: "karlo" }, 0, new Set());
    expect(warn).not.toHaveBeenCalled();
  });
});
