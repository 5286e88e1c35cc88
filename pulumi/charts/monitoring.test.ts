import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { findHelm, template } from "./helm";

interface Rules {
  groups: { rules: { alert: string; annotations: { summary: string } }[] }[];
}

const read = (file: string) => readFileSync(join(__dirname, file), "utf8");
const names = (parse(read("karlo/files/alerts.yaml")) as Rules).groups.flatMap(({ rules }) =>
  rules.map(({ alert }) => alert),
);

/** Prometheus' own test runner; a package of most distributions. */
const hasPromtool = spawnSync("promtool", ["--version"]).status === 0;

describe("alerts", () => {
  it("are explained one by one in the guide, and each has a case in which it fires", () => {
    const guide = read("../../docs/operate.md");
    const explained = [...guide.matchAll(/^\| `(Karlo\w+)` \|/gm)].map(([, name]) => name);
    expect(explained).toEqual(names);
    const cases = parse(read("alerts.test.yaml")) as { tests: { name: string }[] };
    expect(cases.tests.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  it.skipIf(!hasPromtool)("fire when they should, by promtool, and not while all is well", () => {
    const options = { cwd: __dirname, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(
      "promtool",
      ["test", "rules", "alerts.test.yaml"],
      options,
    );
    expect(stdout + stderr).toMatch(/SUCCESS/);
    expect(status).toBe(0);
  });
});

const program = findHelm();

describe.skipIf(!program)("the chart's monitoring", () => {
  const monitored = (...set: string[]) =>
    template(program ?? "", "karlo", ...set.flatMap((value) => ["--set", value]));
  const kinds = (...set: string[]) => monitored(...set).map(({ kind }) => kind);

  it("is off by default, since a cluster may lack the kinds of the operator", () => {
    for (const kind of ["PodMonitor", "PrometheusRule"]) expect(kinds()).not.toContain(kind);
  });

  it("has a monitor, the alerts and a dashboard, with the labels that select them", () => {
    const made = monitored(
      "monitoring.operator=true",
      "monitoring.dashboards=true",
      "monitoring.labels.release=kps",
    );
    for (const kind of ["PodMonitor", "PrometheusRule"]) {
      const [object] = made.filter((one) => one.kind === kind);
      expect(object?.metadata).toMatchObject({ labels: { release: "kps" } });
    }
    const rules = made.find(({ kind }) => kind === "PrometheusRule")?.spec as Rules;
    expect(rules.groups[0]?.rules.map(({ alert }) => alert)).toEqual(names);
    const dashboard = made.find(({ metadata }) => metadata.name === "karlo-dashboard");
    expect(JSON.parse(dashboard?.data?.["karlo.json"] ?? "").title).toBe("Karlo");
  });

  it("does not watch pods that give no metrics", () => {
    expect(kinds("monitoring.operator=true", "metrics.port=0")).not.toContain("PodMonitor");
  });
});
