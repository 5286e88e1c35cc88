import { type SpawnOptions, spawn } from "node:child_process";
import path from "node:path";
import { Refusal } from "./refusal.ts";

/** The repository, where Pulumi.yaml is. */
export const root = path.resolve(import.meta.dirname, "../..");

/** The programs that the commands call, and where they come from. */
const SOURCES = {
  pulumi: "Pulumi is not installed: see https://www.pulumi.com/docs/install/.",
  kubectl: "kubectl is not installed: see https://kubernetes.io/docs/tasks/tools/.",
  docker: "Docker is not installed: see https://docs.docker.com/get-started/get-docker/.",
  minikube: "Minikube is not installed: see https://minikube.sigs.k8s.io/docs/start/.",
} as const;

export type Program = keyof typeof SOURCES;

export interface Result {
  ok: boolean;
  code: number;
  output: string;
  error: string;
}

interface Options {
  /** Given to the program, which sees no terminal then. */
  input?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Receives what it prints, in place of `output`. */
  into?: (chunk: Buffer) => void;
  /** Shows what it prints, and lets it ask. */
  shown?: boolean;
  env?: Record<string, string>;
}

/**
 * Runs a program without a shell, in the repository, and waits for its end.
 *
 * @throws Refusal when it is not installed
 */
export async function run(
  program: Program,
  args: string[],
  { input, into, shown, env }: Options = {},
): Promise<Result> {
  const child = start(program, args, {
    stdio: shown ? "inherit" : [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const output: Buffer[] = [];
  const error: Buffer[] = [];
  child.stdout?.on("data", into ?? ((chunk: Buffer) => output.push(chunk)));
  child.stderr?.on("data", (chunk: Buffer) => error.push(chunk));
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", (cause) => reject(missing(program, cause)));
    child.on("close", (code) => resolve(code ?? 1));
  });
  const fed = feed(child.stdin, input);
  const code = await ended;
  await fed;
  const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8");
  return { ok: code === 0, code, output: text(output), error: text(error) };
}

/** Starts a program that goes on beside this one. */
export function start(program: Program, args: string[], options: SpawnOptions) {
  return spawn(program, args, { cwd: root, ...options });
}

/** The last line that says something. */
export const lastLine = (text: string): string => text.trim().split(/\r?\n/).at(-1) ?? "";

async function feed(stdin: NodeJS.WritableStream | null, input: Options["input"]): Promise<void> {
  if (!stdin || input === undefined) return;
  // A program that ends early closes its input; its exit code says so.
  stdin.on("error", () => {});
  const chunks = typeof input === "string" || input instanceof Uint8Array ? [input] : input;
  for await (const chunk of chunks)
    if (!stdin.write(chunk)) await new Promise((resolve) => stdin.once("drain", resolve));
  stdin.end();
}

function missing(program: Program, cause: Error): Error {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new Refusal(code === "ENOENT" ? SOURCES[program] : `${program} cannot run: ${message}`);
}
