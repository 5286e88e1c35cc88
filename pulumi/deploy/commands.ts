import { spawn } from "node:child_process";

/** What a program wrote, and how it ended. */
export interface Ran {
  code: number;
  /** Both of its outputs, as they came. */
  output: string;
  stdout: string;
}

interface Options {
  cwd?: string;
  input?: string;
  env?: Record<string, string | undefined>;
  /** Kills the program after this long. */
  timeoutMs?: number;
}

/** Runs a program without a shell and waits for it; it is never an error that it failed. */
export function run(program: string, args: string[], options: Options = {}): Promise<Ran> {
  const { cwd, input, env, timeoutMs = 900_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      timeout: timeoutMs,
    });
    let output = "";
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output, stdout }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** Runs a program that must succeed; what it wrote to its standard output. */
export async function must(program: string, args: string[], options?: Options): Promise<string> {
  const { code, output, stdout } = await run(program, args, options);
  if (code !== 0)
    throw new Error(`${program} ${args.slice(0, 4).join(" ")} failed (${code}):\n${tail(output)}`);
  return stdout;
}

const tail = (text: string) => text.trim().split("\n").slice(-30).join("\n");
