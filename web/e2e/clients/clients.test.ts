import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startTestApp, TEST_PASSWORD } from "#testing/test-app";
import { pythonPrograms } from "./python";

const here = import.meta.dirname;
const python = await pythonPrograms();

let app: Awaited<ReturnType<typeof startTestApp>>;
let folder: string;
beforeAll(async () => {
  app = await startTestApp();
  // Within the clone: the journey imports what is installed here.
  const parent = path.resolve(here, "../../../.karlo");
  mkdirSync(parent, { recursive: true });
  folder = mkdtempSync(path.join(parent, "clients-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app?.close();
});

/** Runs a program to its end; its output, and its exit code. */
function run(program: string, args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const options = {
      cwd: folder,
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
    };
    execFile(program, args, options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}\n${stderr}` }),
    );
  });
}

// Compilers of two languages, and packages that are installed at first.
vi.setConfig({ testTimeout: 300_000 });

describe("a client that is generated from the OpenAPI document", () => {
  it("makes a whole journey in TypeScript, and its types fit", async () => {
    const types = await openapiTypescript(new URL("/api/openapi.json", app.address));
    writeFileSync(path.join(folder, "karlo-api.d.ts"), astToString(types));
    const journey = path.join(folder, "journey.ts");
    cpSync(path.join(here, "typescript-journey.ts"), journey);
    const program = ts.createProgram([journey], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      noUncheckedIndexedAccess: true,
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.NodeNext,
      types: ["node"],
      typeRoots: [path.resolve(here, "../../../node_modules/@types")],
    });
    const own = ts
      .getPreEmitDiagnostics(program)
      .filter(({ file }) => file?.fileName.startsWith(folder));
    expect(
      own.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    ).toEqual([]);
    const { output } = await run(process.execPath, [journey, app.address]);
    expect(output.trim()).toBe("done");
  });

  it.skipIf(!python)("makes a whole journey in Python, and nothing is left out of it", async () => {
    const generated = await run(path.join(python ?? "", "openapi-python-client"), [
      ...["generate", "--url", `${app.address}/api/openapi.json`, "--meta", "none"],
      ...["--output-path", "karlo_client", "--config", path.join(here, "python-client.yaml")],
    ]);
    expect(generated).toMatchObject({ code: 0 });
    expect(generated.output).not.toMatch(/WARNING|Unable to/);
    cpSync(path.join(here, "python_journey.py"), path.join(folder, "journey.py"));
    const { output } = await run(path.join(python ?? "", "python"), ["journey.py", app.address]);
    expect(output.trim()).toBe("done");
  });
});

describe("schemathesis", () => {
  it.skipIf(!python)(
    "finds no answer that the document does not have",
    async () => {
      const post = async (at: string, body: object, headers = {}) => {
        const response = await fetch(app.address + at, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(body),
        });
        return (await response.json()) as Record<string, string>;
      };
      const email = "schemathesis@example.com";
      const { token } = await post("/api/v1/auth/signup", {
        ...{ name: "Amna", email, password: TEST_PASSWORD, time_zone: "Asia/Karachi" },
      });
      const authorization = `Bearer ${token}`;
      for (const title of ["buy milk", "call Sara", "gym"])
        await post("/api/v1/tasks", { title, category: "home" }, { authorization });
      const changes = await fetch(`${app.address}/api/v1/tasks/changes?changed_since=*`, {
        headers: { authorization },
      });
      const { sync_token } = (await changes.json()) as { sync_token: string };
      const { code, output } = await run(
        path.join(python ?? "", "schemathesis"),
        [
          ...["--config-file", path.join(here, "schemathesis.toml"), "run"],
          ...[`${app.address}/api/openapi.json`, "--url", app.address],
        ],
        { KARLO_TOKEN: token ?? "", SYNC_TOKEN: sync_token, PYTHONPATH: here, NO_COLOR: "1" },
      );
      expect(code, output.slice(-20_000)).toBe(0);
    },
    300_000,
  );
});
