import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const script = resolve(__dirname, "../scripts/secrets.mjs");

/** Stands in for pulumi: notes how it was called, answers with a configuration or an error. */
const standIn = `#!${process.execPath}
const fs = require("node:fs");
const [, , ...args] = process.argv;
if (process.env.REFUSAL) { console.error("error: " + process.env.REFUSAL); process.exit(255); }
if (args.includes("--json")) console.log(process.env.CONFIG);
else fs.appendFileSync(__dirname + "/calls", JSON.stringify({ args, input: fs.readFileSync(0, "utf8") }) + "\\n");
`;

// Windows starts no script by its first line.
describe.skipIf(process.platform === "win32")("npm run secrets", () => {
  let bin: string;
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "karlo-secrets-"));
    writeFileSync(join(bin, "pulumi"), standIn, { mode: 0o755 });
    writeFileSync(join(bin, "calls"), "");
  });
  afterEach(() => rmSync(bin, { recursive: true }));

  function run(stack: string | undefined, environment: Record<string, string>) {
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...environment };
    const args = stack === undefined ? [script] : [script, stack];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
    const calls = readFileSync(join(bin, "calls"), "utf8").trim().split("\n").filter(Boolean);
    return {
      status,
      output: stdout + stderr,
      calls: calls.map((line) => JSON.parse(line) as { args: string[]; input: string }),
    };
  }

  it("makes what is missing, by standard input, and shows none of it", () => {
    const { status, output, calls } = run("dev", { CONFIG: "{}" });
    expect(status).toBe(0);
    expect(calls.map(({ args }) => args.join(" "))).toEqual([
      "config set --secret karlo:betterAuthSecret --stack dev --non-interactive",
      "config set --secret karlo:databasePassword --stack dev --non-interactive",
    ]);
    const [first, second] = calls.map(({ input }) => input);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second).not.toBe(first);
    expect(output).not.toContain(first);
  });

  it("replaces nothing", () => {
    const config = { "karlo:betterAuthSecret": { secret: true }, "karlo:databasePassword": {} };
    expect(run(undefined, { CONFIG: JSON.stringify(config) }).calls).toEqual([]);
  });

  it("makes no password for a database elsewhere, and says whose turn it is", () => {
    const config = { "karlo:database": { value: '{"mode":"external"}' } };
    const { calls, output } = run("prod", { CONFIG: JSON.stringify(config) });
    expect(calls.map(({ args }) => args[3])).toEqual(["karlo:betterAuthSecret"]);
    expect(output).toContain("karlo:databaseUrl is yours to set");
  });

  it.each([
    ["no stack named 'dev' found", "pulumi stack init dev"],
    ["passphrase must be set with PULUMI_CONFIG_PASSPHRASE", "set PULUMI_CONFIG_PASSPHRASE"],
    ["incorrect passphrase", "not this stack's passphrase"],
    ["something else", "something else"],
  ])("refuses in one sentence: %s", (refusal, expected) => {
    const { status, output } = run("dev", { REFUSAL: refusal });
    expect(status).toBe(1);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).toContain(expected);
  });

  it("refuses without pulumi, and a name that is none", () => {
    expect(run("dev", { PATH: join(bin, "empty") }).output).toContain("Pulumi is not installed");
    expect(run("--all", {}).output).toContain("is not a stack's name");
  });
});
