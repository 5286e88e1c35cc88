import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { Client as StableClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as StableTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../scripts/free-port";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "karlo-mcp-"));
const env = {
  PATH: process.env.PATH ?? "",
  HOME: process.env.HOME ?? "",
  NODE_ENV: "production" as const,
  KARLO_DATA: folder,
};
const info = { name: "test", version: "1" };

/** Karlo on that folder, until it is stopped. */
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

/** What begins the server: `npm run mcp` as a shell would, or its script. */
const server = (given: Record<string, string> = {}, command = "node") => ({
  command: command === "npm" ? "npm" : process.execPath,
  args: command === "npm" ? ["run", "mcp"] : ["scripts/mcp.mjs"],
  cwd: root,
  env: { ...env, ...given },
});

/** What a server that does not begin says, and its code. */
function refused(given: Record<string, string> = {}) {
  const { command, args, cwd, env } = server(given);
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

let karlo: Awaited<ReturnType<typeof startKarlo>>;
let sana: string;

beforeAll(async () => {
  expect((await refused()).err).toContain("run npm start and sign up first");
  karlo = await startKarlo();
  sana = await karlo.signUp("sana@example.com");
});
afterAll(async () => {
  await karlo?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("npm run mcp", () => {
  it("serves 2026-07-28 for the only person there is", async () => {
    const mode = { pin: "2026-07-28" };
    const client = new Client(info, { versionNegotiation: { mode } });
    const transport = new StdioClientTransport({ ...server(), stderr: "pipe" });
    let said = "";
    transport.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    await client.connect(transport);
    expect(client.getNegotiatedProtocolVersion()).toBe("2026-07-28");
    const answer = await client.callTool({ name: "create_task", arguments: { title: "by stdio" } });
    expect(answer.structuredContent).toMatchObject({ task: { id: 1, title: "by stdio" } });
    expect(await karlo.titles(sana)).toEqual(["by stdio"]);
    await client.close();
    expect(said).not.toMatch(/error|warn|deprecat/i);
  });

  it("serves 2025-11-25 to the stable SDK, for the person who is named", async () => {
    const omar = await karlo.signUp("omar@example.com");
    const nobody = await refused();
    expect(nobody).toMatchObject({ code: 1, out: "" });
    expect(nobody.err).toMatch(/^karlo: KARLO_USER is missing; .* several\.\n$/);
    const wrong = await refused({ KARLO_USER: "nobody@example.com" });
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toContain('KARLO_USER is "nobody@example.com"');

    const client = new StableClient(info);
    await client.connect(new StableTransport(server({ KARLO_USER: "Omar@Example.com" }, "npm")));
    await client.callTool({ name: "create_task", arguments: { title: "for Omar" } });
    const found = await client.callTool({ name: "list_tasks", arguments: {} });
    expect(found.structuredContent).toMatchObject({ total: 1, tasks: [{ title: "for Omar" }] });
    expect(await karlo.titles(omar)).toEqual(["for Omar"]);
    expect(await karlo.titles(sana)).toEqual(["by stdio"]);
    await client.close();
  });

  it("goes on when Karlo stops, works without it, and leaves nothing behind", async () => {
    const client = new StableClient(info);
    await client.connect(new StableTransport(server({ KARLO_USER: "sana@example.com" })));
    await karlo.stop();
    const list = () => client.callTool({ name: "list_tasks", arguments: {} });
    expect((await list()).structuredContent).toMatchObject({ total: 1 });
    const beside = new StableClient(info);
    await beside.connect(new StableTransport(server({ KARLO_USER: "omar@example.com" })));
    await client.close();
    const mine = await beside.callTool({ name: "list_tasks", arguments: {} });
    expect(mine.structuredContent).toMatchObject({ tasks: [{ title: "for Omar" }] });
    await beside.close();
    await expect
      .poll(() => existing(path.join(folder, "postgres/postmaster.pid")), { timeout: 15_000 })
      .toBe(false);
  });
});

function existing(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
