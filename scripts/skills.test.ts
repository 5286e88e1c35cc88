// The skills, as far as no cluster is needed: `npm run test:deploy -- skills` tries the rest.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../skills");
const skills = readdirSync(root).filter((name) => existsSync(path.join(root, name, "SKILL.md")));
const read = (...names: string[]) => readFileSync(path.join(root, ...names), "utf8");

const base = mkdtempSync(path.join(tmpdir(), "karlo-skills-"));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(base, "app-"));
  cpSync(path.join(root, "testing/greeter"), folder, { recursive: true });
});
afterAll(() => rmSync(base, { recursive: true }));

/** Runs a script of a skill in the folder of the app; programs of a cluster are not found. */
function script(skill: string, name: string, ...args: string[]) {
  const file = path.join(root, skill, "scripts", name);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: "" },
  });
  return { ok: status === 0, output: stdout + stderr };
}
const written = (name: string) => readFileSync(path.join(folder, name), "utf8");

function changeSpec(change: Record<string, unknown>): void {
  const spec = JSON.parse(written("app.json"));
  writeFileSync(path.join(folder, "app.json"), JSON.stringify({ ...spec, ...change }));
}

describe.each(skills)("the skill %s", (skill) => {
  const text = read(skill, "SKILL.md");

  it("has front matter that the format takes", () => {
    const [, matter = ""] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
    const keys = Object.fromEntries(
      matter.split("\n").map((line) => line.split(/: (.*)/, 2) as [string, string]),
    );
    expect(keys.name).toBe(skill);
    expect(keys.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(keys.description?.length).toBeGreaterThan(50);
    expect(keys.description?.length).toBeLessThanOrEqual(1024);
    // Unquoted YAML: a colon followed by a space would begin another value.
    for (const value of Object.values(keys)) expect(value).not.toMatch(/: | #|^[[{&*!|>'"%@`]/);
    expect(text.split("\n").length).toBeLessThan(500);
  });

  it("says when, what to ask, how, what good looks like and how it fails", () => {
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["When", "Ask at most", "Steps", "What good looks like", "Failures"]);
  });

  it("names only scripts that it has", () => {
    const named = [...text.matchAll(/scripts\/([\w-]+\.mjs)/g)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(readdirSync(path.join(root, skill, "scripts"))).toEqual(expect.arrayContaining(named));
  });
});

it("links only to what exists", () => {
  const pages = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].flatMap(([, link = ""]) =>
      existsSync(path.resolve(root, path.dirname(page), link)) ? [] : [`${page}: ${link}`],
    ),
  );
  expect(missing).toEqual([]);
});

it("can be taken one by one: what they share is the same file in each", () => {
  const copies = skills.filter((skill) =>
    existsSync(path.join(root, skill, "scripts/read-spec.mjs")),
  );
  expect(copies.length).toBeGreaterThan(1);
  expect(new Set(copies.map((skill) => read(skill, "scripts/read-spec.mjs"))).size).toBe(1);
});

describe("a specification", () => {
  it("is refused with a line for everything that is wrong", () => {
    changeSpec({ name: "Not A Name", port: 80, colour: "red", environment: { API_TOKEN: "x" } });
    const { ok, output } = script("container-image", "make-image.mjs", "app.json");
    expect(ok).toBe(false);
    for (const part of [
      /name takes/,
      /port takes/,
      /colour is unknown/,
      /API_TOKEN looks like a secret/,
    ])
      expect(output).toMatch(part);
    expect(output).not.toMatch(/\n +at /);
    expect(existsSync(path.join(folder, "Dockerfile"))).toBe(false);
  });
});

describe("an image", () => {
  it("has what is named and nothing else, and replaces no file", () => {
    expect(script("container-image", "make-image.mjs", "app.json").ok).toBe(true);
    expect(written("Dockerfile")).toMatch(/^USER \d+:\d+$/m);
    expect(written("Dockerfile")).not.toContain("npm");
    expect(written(".dockerignore")).toMatch(/^\*\n/);
    expect(script("container-image", "make-image.mjs", "app.json").output).toContain("--force");
  });

  it("builds in a stage of its own, with the packages that run in another", () => {
    const packages = { dependencies: { hono: "4.0.0" }, devDependencies: { esbuild: "0.25.0" } };
    writeFileSync(path.join(folder, "package.json"), JSON.stringify(packages));
    changeSpec({ build: "npm run build", files: ["dist"], start: ["dist/server.mjs"] });
    expect(script("container-image", "make-image.mjs", "app.json").output).toContain(
      "package-lock",
    );
    writeFileSync(path.join(folder, "package-lock.json"), "{}");
    expect(script("container-image", "make-image.mjs", "app.json").ok).toBe(true);
    const last = written("Dockerfile").split("\n\n").at(-1) ?? "";
    expect(last).toContain("COPY --from=dependencies /app/node_modules node_modules");
    expect(last).toContain("COPY --from=build /app/dist dist");
    expect(last).not.toContain("RUN");
  });
});

describe("manifests, chart and environments", () => {
  it("are written from the specification, and never over what is there", () => {
    expect(script("kubernetes-manifests", "make-manifests.mjs", "app.json", "k8s").ok).toBe(true);
    expect(written("k8s/deployment.yaml")).toContain('{ name: GREETING, value: "Salam" }');
    expect(readdirSync(path.join(folder, "k8s"))).not.toContain("ingress.yaml");
    expect(script("helm-chart", "make-chart.mjs", "app.json", "chart").ok).toBe(true);
    for (const [skill, name, to] of [
      ["kubernetes-manifests", "make-manifests.mjs", "k8s"],
      ["helm-chart", "make-chart.mjs", "chart"],
    ] as const)
      expect(script(skill, name, "app.json", to).output).toContain("is not empty");
    expect(script("multi-environment", "make-environments.mjs", "app.json", "chart").ok).toBe(true);
    expect(written("chart/values-dev.yaml")).toMatch(/^replicas: 1$/m);
    expect(written("chart/values-dev.yaml")).not.toContain("ingress");
    expect(written("chart/values-prod.yaml")).toContain("greeter.example.com");
  });

  it("refuses a production of one pod, and one host for two", () => {
    const host = "greeter.example.com";
    changeSpec({ environments: { dev: { host }, prod: { host, replicas: 1 } } });
    script("helm-chart", "make-chart.mjs", "app.json", "chart");
    const { ok, output } = script(
      "multi-environment",
      "make-environments.mjs",
      "app.json",
      "chart",
    );
    expect(ok).toBe(false);
    expect(output).toMatch(/prod has one replica[\s\S]*two environments have the host/);
  });
});

it("operations and rollback want a context and a namespace, and say so", () => {
  expect(script("kubernetes-operations", "diagnose.mjs").output).toBe(
    "give --context and --namespace\n",
  );
  expect(script("rollback", "rollback.mjs", "--namespace", "a").output).toContain("--context");
});
