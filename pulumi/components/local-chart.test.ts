import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { findHelm, helm } from "../charts/helm";
import type { Registered } from "../testing/run-program";

const program = findHelm();

describe.skipIf(!program)("the charts", () => {
  it.each(["dev", "prod", "all-options"])("accept the values of %s", (stack) => {
    const golden = readFileSync(resolve(__dirname, `../golden/${stack}.yaml`), "utf8");
    const { resources } = parse(golden) as { resources: Registered[] };
    const folder = mkdtempSync(join(tmpdir(), "karlo-values-"));
    const rendered = resources.flatMap(({ inputs }) => {
      if (!String(inputs.chart).startsWith("./")) return [];
      const file = join(folder, "values.json");
      writeFileSync(file, JSON.stringify(inputs.values));
      const chart = resolve(__dirname, "..", String(inputs.chart));
      return helm(program ?? "", "template", "x", chart, "-f", file, "--kube-version", "1.35.0");
    });
    rmSync(folder, { recursive: true });
    expect(rendered.length).toBeGreaterThan(0);
    for (const { ok, error } of rendered) expect(ok, error).toBe(true);
  });
});
