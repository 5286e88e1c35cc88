import { describe, expect, it } from "vitest";
import { findHelm, helm } from "./helm";
import { chartReadme } from "./readme";

const program = findHelm();

// `npm run config:docs` updates the tables.
describe.each(["karlo", "postgres"])("the README of the chart %s", (chart) => {
  it("has every value with its default", async () => {
    const readme = chartReadme(chart);
    expect(readme).toMatch(/\| `resources\.\w+` \|/);
    await expect(readme).toMatchFileSnapshot(`${chart}/README.md`);
  });

  it.skipIf(!program)("is what helm shows", () => {
    const { output } = helm(program ?? "", "show", "readme", chart);
    expect(output.trim()).toBe(chartReadme(chart).trim());
  });
});
