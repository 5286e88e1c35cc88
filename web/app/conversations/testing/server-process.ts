import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { TestPerson } from "#app/platform/testing/test-app";
import { freePort } from "../../../../scripts/free-port";

const web = path.resolve(import.meta.dirname, "../../..");

/** The built server as a process of its own. */
export interface ServerProcess {
  url: string;
  /** All it has written until now. */
  output(): string;
  /** Tells it to end, waits until it has, and gives what it exits with. */
  end(): Promise<number | null>;
  /** The same person, as they meet this process. */
  as(person: TestPerson): TestPerson;
  /** Kills it as the kernel would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts the built server; resolves when it is ready. */
export async function startServer(environment: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ["build/server/index.js", "serve"], {
    cwd: web,
    env: { ...environment, PATH: process.env.PATH, PORT: String(port), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const gone = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    output: () => output,
    async end() {
      child.kill("SIGTERM");
      await gone;
      return child.exitCode;
    },
    as: (person) => ({
      ...person,
      call: (method, address, json, headers) =>
        fetch(url + address, {
          method,
          headers: {
            authorization: `Bearer ${person.token}`,
            "content-type": "application/json",
            ...(headers as Record<string, string>),
          },
          body: json === undefined ? undefined : JSON.stringify(json),
        }),
    }),
    async kill() {
      if (child.exitCode !== null) return;
      child.kill("SIGKILL");
      await gone;
    },
  };
}
