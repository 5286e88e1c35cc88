import { type SpawnOptions, spawn } from "node:child_process";
import path from "node:path";
import { Refusal } from "./command-errors.ts";

/** The root of the repository, with Pulumi.yaml. */
export const root = path.resolve(import.meta.dirname, "../..");

/** The programs that the commands run, with the message for one that is missing. */
const INSTALL_HINTS = {
  pulumi: "Pulumi is not installed: see https://www.pulumi.com/docs/install/.",
  kubectl: "kubectl is not installed: see https://kubernetes.io/docs/tasks/tools/.",
  docker: "Docker is not installed: see https://docs.docker.com/get-started/get-docker/.",
  minikube: "Minikube is not installed: see https://minikube.sigs.k8s.io/docs/start/.",
} as const;

export type Program = keyof typeof INSTALL_HINTS;

/** The result of a program that ended. */
export interface Result {
  ok: boolean;
  code: number;
  output: string;
  error: string;
}

interface Options {
  /** Written to its standard input, which is then no terminal. */
  input?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Receives its standard output, in place of `output`. */
  onOutput?: (chunk: Buffer) => void;
  /** Connects it to the terminal, so that it can ask. */
  interactive?: boolean;
  env?: Record<string, string>;
}

/**
 * Runs a program without a shell, in the root of the repository, and waits for its end.
 *
 * @throws Refusal when it is not installed
 */
export async function run(
  program: Program,
  args: string[],
  { input, onOutput, interactive, env }: Options = {},
): Promise<Result> {
  const child = start(program, args, {
    stdio: interactive ? "inherit" : [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const output: Buffer[] = [];
  const error: Buffer[] = [];
  child.stdout?.on("data", onOutput ?? ((chunk: Buffer) => output.push(chunk)));
  child.stderr?.on("data", (chunk: Buffer) => error.push(chunk));
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", (cause) => reject(cannotRun(program, cause)));
    child.on("close", (code) => resolve(code ?? 1));
  });
  const written = writeInput(child.stdin, input);
  const code = await ended;
  await written;
  const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8");
  return { ok: code === 0, code, output: text(output), error: text(error) };
}

/** Spawns a program in the background. */
export function start(program: Program, args: string[], options: SpawnOptions) {
  return spawn(program, args, { cwd: root, ...options });
}

/** The last line that is not empty. */
export const lastLine = (text: string): string => text.trim().split(/\r?\n/).at(-1) ?? "";

async function writeInput(
  stdin: NodeJS.WritableStream | null,
  input: Options["input"],
): Promise<void> {
  if (!stdin || input === undefined) return;
  // A program that ends early closes its input (EPIPE); its exit code is what is reported.
  stdin.on("error", () => {});
  const chunks = typeof input === "string" || input instanceof Uint8Array ? [input] : input;
  for await (const chunk of chunks)
    if (!stdin.write(chunk)) await new Promise((resolve) => stdin.once("drain", resolve));
  stdin.end();
}

function cannotRun(program: Program, cause: Error): Error {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new Refusal(
    code === "ENOENT" ? INSTALL_HINTS[program] : `${program} cannot run: ${message}`,
  );
}
