// Clients that strangers generate from the document, and a fuzzer that holds the server to it. What
// needs Python is skipped where it is missing, or its packages cannot be had.
import { execFile } from "node:child_process";
import { access, copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { createTestApi, type TestApi } from "#testing/test-app";

const run = promisify(execFile);
const testing = path.join(import.meta.dirname, "testing");
const web = path.resolve(import.meta.dirname, "../../..");
const folder = path.join(web, "../.karlo/clients");

let api: TestApi;
let server: Server;
let url: string;
beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "error" });
  server = createServer(
    getRequestListener(async (request) => {
      const { method, headers, url: address } = request;
      const { pathname, search } = new URL(address);
      const body = method === "GET" || method === "HEAD" ? undefined : await request.arrayBuffer();
      return api.fetch(pathname + search, { method, headers, body });
    }, { overrideGlobalObjects: false }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await mkdir(folder, { recursive: true });
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await api.close();
});

describe("TypeScript", () => {
  it("makes a whole journey with types of openapi-typescript", async () => {
    const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as object;
    await writeFile(path.join(folder, "api.ts"), astToString(await openapiTS(document as never)));
    const file = path.join(folder, "journey.ts");
    await copyFile(path.join(testing, "journey.ts.txt"), file);
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    });
    const faults = ts.getPreEmitDiagnostics(program);
    expect(ts.formatDiagnostics(faults, host)).toBe("");
    const { journey } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    const titles = await journey(url, "typescript@example.com");
    // What was completed repeats, so that its successor is there.
    expect(titles).toEqual(["book a table", "buy bread", "pay the rent"]);
  });
});

const host = {
  getCanonicalFileName: (name: string) => name,
  getCurrentDirectory: () => folder,
  getNewLine: () => "\n",
};

/** The folder of Python's commands with the packages of `requirements.txt`; skips without them. */
async function python(context: TestContext): Promise<string> {
  const requirements = path.join(testing, "requirements.txt");
  const environment = path.join(folder, "python");
  const bin = path.join(environment, "bin");
  const done = path.join(environment, "done");
  if (
    await access(done).then(
      () => true,
      () => false,
    )
  )
    return bin;
  try {
    await run("python3", ["-m", "venv", environment]);
    await run(path.join(bin, "pip"), ["install", "--quiet", "--requirement", requirements]);
    await writeFile(done, "");
  } catch (error) {
    context.skip(`Python, or its packages, cannot be had: ${String(error).slice(0, 200)}`);
  }
  return bin;
}

describe("Python", () => {
  it("makes a whole journey with a client of openapi-python-client", async (context) => {
    const bin = await python(context);
    const client = path.join(folder, "karlo-client");
    await rm(client, { recursive: true, force: true });
    await run(path.join(bin, "openapi-python-client"), [
      ...["generate", "--url", `${url}/api/openapi.json`, "--meta", "none"],
      ...["--output-path", path.join(client, "karlo_client"), "--overwrite"],
    ]);
    const { stdout } = await run(
      path.join(bin, "python"),
      [path.join(testing, "journey.py"), url, "python@example.com"],
      { env: { ...process.env, PYTHONPATH: client } },
    );
    expect(stdout.trim()).toBe("buy bread");
  }, 600_000);

  it("finds with schemathesis nothing that is not as the document says", async (context) => {
    const bin = await python(context);
    const person = await api.signUp();
    for (let n = 0; n < 3; n += 1)
      await person.call("POST", "/api/v1/tasks", { title: "one", recurrence: "FREQ=DAILY" });
    const found = await run(
      path.join(bin, "schemathesis"),
      [
        ...["--config-file", path.join(testing, "schemathesis.toml")],
        ...["run", `${url}/api/openapi.json`, "--header", `Authorization: Bearer ${person.token}`],
        ...["--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--seed", "1"],
        ...["--continue-on-failure", "--no-color", "--include-path-regex", "^/api/v1/"],
        // Streams stay open, a chat costs seconds, and without its session nothing would be tested.
        ...["--exclude-path-regex", "events$|/chat|/auth/logout"],
      ],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
    ).catch((error: { stdout?: string }) => ({
      stdout: `failed\n${error.stdout ?? String(error)}`,
    }));
    expect(found.stdout.startsWith("failed") ? found.stdout : "").toBe("");
    // Thousands of requests, by a program that has a core of its own where there is one.
  }, 1_800_000);
});
