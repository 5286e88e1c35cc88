import { describe, expect, it } from "vitest";
import { readVolume } from "./disks.ts";
import { explain, recentWarnings } from "./explain.ts";
import type { ContainerStatus } from "./objects.ts";
import { sortObjects } from "./objects.ts";
import { Plans } from "./plans.ts";
import { tellingLines } from "./read-log.ts";
import { container, deployment, failedJob, NOW, pod, warning } from "./testing/objects.ts";

const waiting = (reason: string, message = ""): Partial<ContainerStatus> => ({
  ready: false,
  state: { waiting: { reason, message } },
});
const ended = (exitCode: number, reason = "Error", message = "") => ({
  terminated: { exitCode, reason, message },
});
type Item = Parameters<typeof sortObjects>[0][number];
const findings = (...items: Item[]) => explain(sortObjects(items), "karlo", NOW);

describe("explain", () => {
  it("finds nothing in a stack that serves", () => {
    const db = pod("postgres-0", undefined, container({ name: "postgres" }));
    expect(findings(deployment(1, 1), pod("karlo-a", "web", container()), db)).toEqual([]);
  });

  it.each<[string, Partial<ContainerStatus>, RegExp, RegExp]>([
    ["no image", waiting("ImagePullBackOff", "not found"), /image .* cannot be had/, /rollback/],
    ["never pulled", waiting("ErrImageNeverPull"), /cannot be had/, /rollback/],
    ["no Secret", waiting("CreateContainerConfigError", 'secret "x" not found'), /"x"/, /Secret/],
    [
      "a crash",
      { ...waiting("CrashLoopBackOff"), restartCount: 3, lastState: ended(2, "Error", "PORT: 1") },
      /ended with 2, .* 3 times: PORT: 1/,
      /logs/,
    ],
    [
      "too much memory",
      { ...waiting("CrashLoopBackOff"), restartCount: 1, lastState: ended(137, "OOMKilled") },
      /OOMKilled/,
      /memory/,
    ],
  ])("says why a pod does not serve: %s", (_, differs, why, next) => {
    const broken = findings(deployment(1, 0), pod("karlo-a", "web", container(differs)));
    expect(broken[0]).toMatchObject({ where: "pod/karlo-a (web)", state: "broken" });
    expect(broken[0]?.why).toMatch(why);
    expect(broken[0]?.next).toMatch(next);
    expect(broken.at(-1)?.why).toMatch(/^0 of 1 pods are ready/);
  });

  it("tells the database before what waits for it", () => {
    const probe = warning("karlo-a", "Unhealthy", "Readiness probe failed: statuscode: 503");
    const web = pod("karlo-a", "web", container({ ready: false }));
    const lost = container({
      name: "postgres",
      ...waiting("CrashLoopBackOff"),
      lastState: ended(1),
    });
    const broken = findings(deployment(1, 0), web, pod("postgres-0", undefined, lost), probe);
    expect(broken.map(({ where }) => where)).toEqual([
      "pod/postgres-0 (database)",
      "pod/karlo-a (web)",
      "deployment/karlo",
    ]);
    expect(broken[1]?.why).toMatch(/503/);
    expect(broken[1]?.log).toEqual({ pod: "karlo-a", container: "karlo", previous: false });
  });

  it("says what is over as over, with the log of the container that ended", () => {
    const back = container({ restartCount: 1, lastState: ended(137, "OOMKilled") });
    expect(findings(deployment(1, 1), pod("karlo-a", "web", back))).toMatchObject([
      { state: "over", why: expect.stringMatching(/OOMKilled/), log: { previous: true } },
    ]);
  });

  it("says that a pod finds no node, that a Job failed, that nothing was ever installed", () => {
    const homeless = pod("karlo-a", "web", container({ ready: false }));
    homeless.status.conditions = [
      { type: "PodScheduled", status: "False", message: "0/1 nodes: Insufficient memory." },
    ];
    expect(findings(deployment(1, 0), homeless)[0]?.why).toMatch(/Insufficient memory/);
    const job = failedJob("karlo-backup-1", "the disk is full");
    expect(findings(deployment(1, 1), job)).toMatchObject([{ where: "job/karlo-backup-1" }]);
    expect(findings()).toMatchObject([{ where: "deployment/karlo", state: "broken" }]);
  });

  it("lists each kind of warning once", () => {
    const one = warning("karlo-a", "BackOff", "Back-off");
    const objects = sortObjects([one, warning("karlo-b", "BackOff", "Back-off")]);
    expect(recentWarnings(objects, NOW)).toEqual(["BackOff pod/karlo-b: Back-off (4 times)"]);
    expect(recentWarnings(objects, NOW + 2 * 60 * 60_000)).toEqual([]);
  });
});

it("reads the volume of the database, and no other", () => {
  const lines = [
    "Filesystem     1024-blocks     Used Available Capacity Mounted on",
    "overlay          100000000 50000000  50000000      50% /",
    "/dev/vdb           1000000   970000     30000      97% /var/lib/postgresql",
  ];
  expect(readVolume(lines.join("\n"))).toEqual({ percent: 97, free: 30_000 });
  expect(readVolume(lines.slice(0, 2).join("\n"))).toBeNull();
});

it("takes the lines that tell of a failure, each kind once, and the last ones where none does", () => {
  const line = (level: string, time: string, rest: object) =>
    JSON.stringify({ level, time, ...rest });
  const info = line("info", "2026-11-30T11:00:00Z", { msg: "an error page was shown" });
  const failed = (time: string) =>
    line("error", time, { err: { code: "53100", stack: "at …" }, msg: "request failed" });
  const log = [info, failed("2026-11-30T11:01:00Z"), info, failed("2026-11-30T11:02:00Z"), info];
  expect(tellingLines(log.join("\n"))).toEqual([
    "2026-11-30T11:02:00Z error request failed (53100) (2 times)",
  ]);
  expect(tellingLines("LOG: ready\nPANIC: No space left on device\nLOG: on")).toHaveLength(1);
  expect(tellingLines("one\ntwo\nthree", 2)).toEqual(["two", "three"]);
});

describe("plans", () => {
  it("are acted upon once, with the same arguments, on the same state, within ten minutes", () => {
    let now = NOW;
    const plans = new Plans(() => now);
    const make = () => plans.make("scale 3", "generation 1");
    const refused = (token: string, what = "scale 3", basis = "generation 1") =>
      expect(() => plans.take(token, what, basis)).toThrow(/new plan/);
    const token = make();
    plans.take(token, "scale 3", "generation 1");
    refused(token);
    refused("invented");
    refused(make(), "scale 4");
    refused(make(), "scale 3", "generation 2");
    const old = make();
    now += 11 * 60_000;
    refused(old);
  });
});
