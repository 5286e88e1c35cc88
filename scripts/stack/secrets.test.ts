import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakePrograms } from "./testing/fake-programs.ts";

// Windows does not support shebang lines.
describe.skipIf(process.platform === "win32")("npm run secrets", () => {
  let fakePrograms: FakePrograms;
  beforeEach(() => {
    fakePrograms = new FakePrograms(["pulumi"]);
  });
  afterEach(() => fakePrograms.remove());

  const secrets = (config: object, ...args: string[]) =>
    fakePrograms.run("secrets", args, { "pulumi config --json": { out: config } });

  it("generates missing secrets, passes them by standard input and prints none", async () => {
    const { code, output, calls } = await secrets({}, "dev");
    expect(code).toBe(0);
    const created = calls.slice(1);
    expect(created.map(({ call }) => call)).toEqual([
      "pulumi config set --secret karlo:betterAuthSecret --stack dev --non-interactive",
      "pulumi config set --secret karlo:vapidPrivateKey --stack dev --non-interactive",
      "pulumi config set --secret karlo:databasePassword --stack dev --non-interactive",
    ]);
    expect(created[0]?.input).toMatch(/^[\w-]{43}$/);
    expect(created[1]?.input).not.toBe(created[0]?.input);
    expect(output).not.toContain(created[0]?.input);
  });

  it("keeps existing secrets", async () => {
    const config = {
      "karlo:betterAuthSecret": { secret: true },
      "karlo:vapidPrivateKey": { secret: true },
      "karlo:databasePassword": {},
    };
    expect((await secrets(config)).calls).toHaveLength(1);
  });

  it("generates no password for an external database, and says what the operator must set", async () => {
    const { calls, output } = await secrets(
      { "karlo:database": { value: '{"mode":"external"}' } },
      "prod",
    );
    expect(calls.slice(1).map(({ call }) => call.split(" ")[4])).toEqual([
      "karlo:betterAuthSecret",
      "karlo:vapidPrivateKey",
    ]);
    expect(output).toContain("karlo:databaseUrl is yours to set");
  });

  it("prints the last line of pulumi when it fails", async () => {
    const { code, output } = await fakePrograms.run("secrets", ["dev"], {
      "pulumi config --json": { code: 255, error: "warning: x\nerror: something else" },
    });
    expect({ code, output }).toEqual({
      code: 1,
      output: "karlo: pulumi config --json failed: error: something else\n",
    });
  });
});
