import { spawn } from "node:child_process";

/** The result of a program. */
export interface RunResult {
  code: number;
  /** Standard output and standard error, interleaved. */
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

/** Runs a program without a shell and waits for it. A failure is part of the result. */
export function run(program: string, args: string[], options: Options = {}): Promise<RunResult> {
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
    // A program that ends early closes its input (EPIPE); its exit code is what counts.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/**
 * Runs a program and returns its standard output.
 *
 * @throws Error with its last lines when it fails
 */
export async function runOrThrow(
  program: string,
  args: string[],
  options?: Options,
): Promise<string> {
  const { code, output, stdout } = await run(program, args, options);
  if (code !== 0)
    throw new Error(`${program} ${args.slice(0, 4).join(" ")} failed (${code}):\n${tail(output)}`);
  return stdout;
}

const tail = (text: string) => text.trim().split("\n").slice(-30).join("\n");
