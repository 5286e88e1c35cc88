import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { discardData } from "../web/local/postgres/data-place.ts";

const root = path.resolve(import.meta.dirname, "..");
const cleanUp: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

/** Runs `npm run account`; returns its exit code and output. */
function account(folder: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, KARLO_DATA: folder };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["scripts/account.mjs", ...args],
      { cwd: root, env },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? 1, output: stdout + stderr }),
    );
  });
}

/** Starts Karlo with that data folder. */
async function start(folder: string, port: number) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: { ...env, PORT: String(port), KARLO_DATA: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const stop = () => {
    child.kill("SIGTERM");
    return exit;
  };
  cleanUp.push(stop);
  await new Promise<void>((resolve) =>
    child.stdout.on("data", (chunk) => String(chunk).includes("Karlo is at") && resolve()),
  );
  const origin = `http://localhost:${port}`;
  const post = (address: string, body: object) =>
    fetch(origin + address, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify(body),
    });
  return { post, origin, stop };
}

const passwordIn = (output: string): string => /New password of \S+: (\S+)/.exec(output)?.[1] ?? "";

describe("npm run account", () => {
  it("resets a password while Karlo is running or stopped, and ends sessions", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "karlo-account-"));
    cleanUp.push(() => discardData(folder));
    const port = 20_000 + (process.pid % 20_000);
    const email = "sana@example.com";
    const karlo = await start(folder, port);
    const signUp = { name: "Sana", email, password: "the first password" };
    const { token } = (await (await karlo.post("/api/v1/auth/signup", signUp)).json()) as {
      token: string;
    };
    const signIn = async (password: string) =>
      (await karlo.post("/api/v1/auth/login", { email, password })).status;

    const reset = await account(folder, "reset-password", "Sana@Example.com");
    expect(reset.code, reset.output).toBe(0);
    const password = passwordIn(reset.output);
    expect(password.length).toBeGreaterThanOrEqual(16);
    expect(await signIn("the first password")).toBe(401);
    expect(await signIn(password)).toBe(200);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${karlo.origin}/api/v1/auth/me`, { headers })).status).toBe(401);

    const nobody = await account(folder, "reset-password", "nobody@example.com");
    expect(nobody).toMatchObject({ code: 1, output: expect.stringContaining("no account") });
    expect(await account(folder, "delete")).toMatchObject({
      code: 1,
      output: expect.stringContaining("npm run account -- reset-password EMAIL"),
    });

    const off = await account(folder, "turn-off-second-factor", email);
    expect(off).toMatchObject({ code: 1, output: expect.stringContaining("no second factor") });

    await karlo.stop();
    const again = await account(folder, "reset-password", email);
    expect(again.code, again.output).toBe(0);
    expect(passwordIn(again.output)).not.toBe(password);
    // The command has stopped the embedded database.
    expect(() => readFileSync(path.join(folder, "postgres/postmaster.pid"))).toThrow();
  });
});
