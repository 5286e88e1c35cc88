import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { Client as StableClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as StableTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../local/free-port";
import { discardData } from "../local/postgres/data-place";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "karlo-mcp-"));
const env = {
  PATH: process.env.PATH ?? "",
  HOME: process.env.HOME ?? "",
  NODE_ENV: "production" as const,
  KARLO_DATA: folder,
};
const info = { name: "test", version: "1" };

/** Starts Karlo with the data folder. */
async function startKarlo() {
  const port = await freePort();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  await new Promise<void>((resolve) =>
    child.stdout.on("data", (chunk) => String(chunk).includes("Karlo is at") && resolve()),
  );
  const origin = `http://localhost:${port}`;
  async function signUp(email: string): Promise<string> {
    const response = await fetch(`${origin}/api/v1/auth/signup`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Sana", email, password: "a long password" }),
    });
    return ((await response.json()) as { token: string }).token;
  }
  async function titles(token: string): Promise<string[]> {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${origin}/api/v1/tasks`, { headers });
    return ((await response.json()) as { tasks: { title: string }[] }).tasks.map((t) => t.title);
  }
  const stop = () => {
    child.kill("SIGTERM");
    return exit;
  };
  return { signUp, titles, stop };
}

/** The command of the MCP server: `npm run mcp`, or its script. */
const server = (overrides: Record<string, string> = {}, command = "node") => ({
  command: command === "npm" ? "npm" : process.execPath,
  args: command === "npm" ? ["run", "mcp"] : ["scripts/mcp.mjs"],
  cwd: root,
  env: { ...env, ...overrides },
});

/** Runs a server that fails to start; returns its output and exit code. */
function runToExit(overrides: Record<string, string> = {}) {
  const { command, args, cwd, env } = server(overrides);
  const child = spawn(command, args, { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, out, err })),
  );
}

let app: Awaited<ReturnType<typeof startKarlo>>;
let sana: string;

beforeAll(async () => {
  expect((await runToExit()).err).toContain("run npm start and sign up first");
  app = await startKarlo();
  sana = await app.signUp("sana@example.com");
});
afterAll(async () => {
  await app?.stop();
  discardData(folder);
});

describe("npm run mcp", () => {
  it("serves protocol 2026-07-28 for the only account", async () => {
    const mode = { pin: "2026-07-28" };
    const client = new Client(info, { versionNegotiation: { mode } });
    const transport = new StdioClientTransport({ ...server(), stderr: "pipe" });
    let stderr = "";
    transport.stderr?.on("data", (chunk) => {
      stderr += chunk;
    });
    await client.connect(transport);
    expect(client.getNegotiatedProtocolVersion()).toBe("2026-07-28");
    const answer = await client.callTool({ name: "create_task", arguments: { title: "by stdio" } });
    expect(answer.structuredContent).toMatchObject({ task: { id: 1, title: "by stdio" } });
    expect(await app.titles(sana)).toEqual(["by stdio"]);
    await client.close();
    expect(stderr).not.toMatch(/error|warn|deprecat/i);
  });

  it("serves protocol 2025-11-25 to the stable SDK for the account in KARLO_USER", async () => {
    const omar = await app.signUp("omar@example.com");
    const nobody = await runToExit();
    expect(nobody).toMatchObject({ code: 1, out: "" });
    expect(nobody.err).toMatch(/^karlo: KARLO_USER is missing; .* several\.\n$/);
    const wrong = await runToExit({ KARLO_USER: "nobody@example.com" });
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toContain('KARLO_USER is "nobody@example.com"');

    const client = new StableClient(info);
    await client.connect(new StableTransport(server({ KARLO_USER: "Omar@Example.com" }, "npm")));
    await client.callTool({ name: "create_task", arguments: { title: "for Omar" } });
    const found = await client.callTool({ name: "list_tasks", arguments: {} });
    expect(found.structuredContent).toMatchObject({ total: 1, tasks: [{ title: "for Omar" }] });
    expect(await app.titles(omar)).toEqual(["for Omar"]);
    expect(await app.titles(sana)).toEqual(["by stdio"]);
    await client.close();
  });

  it("keeps working after Karlo stops, and stops PostgreSQL at the end", async () => {
    const client = new StableClient(info);
    await client.connect(new StableTransport(server({ KARLO_USER: "sana@example.com" })));
    await app.stop();
    const list = () => client.callTool({ name: "list_tasks", arguments: {} });
    expect((await list()).structuredContent).toMatchObject({ total: 1 });
    const second = new StableClient(info);
    await second.connect(new StableTransport(server({ KARLO_USER: "omar@example.com" })));
    await client.close();
    const mine = await second.callTool({ name: "list_tasks", arguments: {} });
    expect(mine.structuredContent).toMatchObject({ tasks: [{ title: "for Omar" }] });
    await second.close();
    await expect.poll(() => canRead(path.join(folder, "postgres/postmaster.pid"))).toBe(false);
  });
});

function canRead(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
