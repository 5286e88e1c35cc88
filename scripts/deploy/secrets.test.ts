import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StandIns } from "./testing/stand-ins.ts";

// Windows starts no script by its first line.
describe.skipIf(process.platform === "win32")("npm run secrets", () => {
  let standIns: StandIns;
  beforeEach(() => {
    standIns = new StandIns(["pulumi"]);
  });
  afterEach(() => standIns.remove());

  const secrets = (config: object, ...args: string[]) =>
    standIns.run("secrets", args, { "pulumi config --json": { out: config } });

  it("makes what is missing, by standard input, and shows none of it", async () => {
    const { code, output, calls } = await secrets({}, "dev");
    expect(code).toBe(0);
    const made = calls.slice(1);
    expect(made.map(({ call }) => call)).toEqual([
      "pulumi config set --secret karlo:betterAuthSecret --stack dev --non-interactive",
      "pulumi config set --secret karlo:databasePassword --stack dev --non-interactive",
    ]);
    expect(made[0]?.input).toMatch(/^[\w-]{43}$/);
    expect(made[1]?.input).not.toBe(made[0]?.input);
    expect(output).not.toContain(made[0]?.input);
  });

  it("replaces nothing", async () => {
    const config = { "karlo:betterAuthSecret": { secret: true }, "karlo:databasePassword": {} };
    expect((await secrets(config)).calls).toHaveLength(1);
  });

  it("makes no password for a database elsewhere, and says whose turn it is", async () => {
    const { calls, output } = await secrets(
      { "karlo:database": { value: '{"mode":"external"}' } },
      "prod",
    );
    expect(calls.slice(1).map(({ call }) => call.split(" ")[4])).toEqual([
      "karlo:betterAuthSecret",
    ]);
    expect(output).toContain("karlo:databaseUrl is yours to set");
  });

  it("says what pulumi said last when it fails", async () => {
    const { code, output } = await standIns.run("secrets", ["dev"], {
      "pulumi config --json": { code: 255, error: "warning: x\nerror: something else" },
    });
    expect({ code, output }).toEqual({
      code: 1,
      output: "karlo: pulumi config --json failed: error: something else\n",
    });
  });
});
