import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { freePort } from "../local/free-port";
import type { TestPerson } from "./test-app";

const web = path.resolve(import.meta.dirname, "..");

/** The built server in a process of its own. */
export interface ServerProcess {
  url: string;
  /** Its standard output and error so far. */
  output(): string;
  /** Sends SIGTERM and resolves with the exit code. */
  terminate(): Promise<number | null>;
  /** Returns the person with calls to this process. */
  as(person: TestPerson): TestPerson;
  /** Sends SIGKILL and resolves when the process has exited. */
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
  const exited = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    output: () => output,
    async terminate() {
      child.kill("SIGTERM");
      await exited;
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
      await exited;
    },
  };
}
