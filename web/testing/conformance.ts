import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

const cli = createRequire(import.meta.url)
  .resolve("@modelcontextprotocol/conformance/package.json")
  .replace("package.json", "dist/index.js");

/** A server for the conformance suite, which knows no tokens. */
export interface ConformanceTarget {
  url: string;
  close(): Promise<void>;
}

/** Serves a handler of requests on a free port, with a token of its own in each. */
export async function serveForConformance(
  handle: (request: Request) => Promise<Response>,
  token?: string,
): Promise<ConformanceTarget> {
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const headers = new Headers();
    for (const [name, value] of Object.entries(req.headers))
      if (value !== undefined && !/^(connection|transfer-encoding)$/.test(name))
        headers.set(name, String(value));
    if (token) headers.set("authorization", `Bearer ${token}`);
    const { method = "GET", url = "/" } = req;
    const body = method === "POST" ? Buffer.concat(chunks) : undefined;
    const request = new Request(new URL(url, `http://${req.headers.host}`), {
      method,
      headers,
      body,
    });
    const response = await handle(request);
    res.writeHead(response.status, Object.fromEntries(response.headers));
    res.flushHeaders();
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read())
      res.write(read.value);
    res.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/mcp`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Runs one scenario of the suite; what it found wrong, or an empty text. */
export function runScenario(url: string, scenario: string, version: string): Promise<string> {
  const args = ["server", "--url", url, "--scenario", scenario, "--spec-version", version];
  return new Promise((resolve) =>
    execFile(process.execPath, [cli, ...args], (error, stdout, stderr) =>
      resolve(error ? `${stdout}\n${stderr}` : ""),
    ),
  );
}
