import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it, vi } from "vitest";
import { checkPods, type Pod, problemOf } from "./rollout-watch";

const NOW = Date.parse("2026-11-21T12:01:00Z");
const container = (state: object, more: object = {}) =>
  ({ containerStatuses: [{ name: "karlo", ready: false, state, ...more }] }) as Pod["status"];
const pod = (status: Pod["status"]): Pod => ({
  metadata: { name: "karlo-1", creationTimestamp: "2026-11-21T12:00:00Z" },
  status,
});

describe("problemOf", () => {
  it.each<[string, Pod["status"], string | undefined]>([
    ["no status yet", {}, undefined],
    ["container creation", container({ waiting: { reason: "ContainerCreating" } }), undefined],
    ["a start", container({ running: { startedAt: "2026-11-21T12:00:50Z" } }), undefined],
    [
      "a slow start",
      container({ running: { startedAt: "2026-11-21T12:00:00Z" } }),
      "karlo runs, and is not ready after 30 seconds",
    ],
    [
      "an image that cannot be pulled",
      container({ waiting: { reason: "ErrImagePull", message: "not found" } }),
      "karlo: ErrImagePull, not found",
    ],
    [
      "a crash",
      container({ terminated: { exitCode: 1, reason: "Error" } }),
      "karlo ended with 1 (Error)",
    ],
    [
      "an earlier crash",
      container(
        { waiting: { reason: "CrashLoopBackOff" } },
        { lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } } },
      ),
      "karlo ended with 137 (OOMKilled)",
    ],
    ["a successful exit", container({ terminated: { exitCode: 0 } }), undefined],
    [
      "a pod that cannot be scheduled",
      {
        conditions: [
          { type: "PodScheduled", status: "False", reason: "Unschedulable", message: "0/1 nodes" },
        ],
      },
      "no node takes it: 0/1 nodes",
    ],
  ])("%s", (_, status, expected) => {
    expect(problemOf(pod(status), NOW)).toBe(expected);
  });
});

// Windows does not support shebang lines.
describe.skipIf(process.platform === "win32")("checkPods", () => {
  const folder = mkdtempSync(join(tmpdir(), "karlo-watch-"));
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  it("logs the problem of a new pod once, with its last lines, and ignores old pods", async () => {
    const bad = pod(container({ terminated: { exitCode: 1 } }));
    const old = { ...bad, metadata: { name: "old", creationTimestamp: "2026-11-20T12:00:00Z" } };
    const script = `#!${process.execPath}
console.log(process.argv.includes("logs") ? "starting\\nno database" : ${JSON.stringify(JSON.stringify({ items: [old, bad] }))});`;
    writeFileSync(join(folder, "kubectl"), script, { mode: 0o755 });
    process.env.PATH = folder;
    const warn = vi.spyOn(pulumi.log, "warn").mockResolvedValue();
    const target = { context: "minikube", namespace: "karlo", release: "karlo" };
    const reported = new Set<string>();
    await checkPods(target, NOW - 120_000, reported);
    await checkPods(target, NOW - 120_000, reported);
    expect(warn.mock.calls.map(([message]) => message)).toEqual([
      "pod karlo-1: karlo ended with 1; its last lines:\n  starting\n  no database",
    ]);
  });

  it("logs nothing without kubectl", async () => {
    process.env.PATH = join(folder, "empty");
    const warn = vi.spyOn(pulumi.log, "warn").mockResolvedValue();
    await checkPods({ context: undefined, namespace: "karlo", release: "karlo" }, 0, new Set());
    expect(warn).not.toHaveBeenCalled();
  });
});
