import { createHmac, hkdfSync } from "node:crypto";
import pino from "pino";
import { currentScope } from "./scope";

/** A structured logger: JSON lines on standard output. Never pass it content or secrets. */
export type Logger = pino.Logger;

/** Where lines go, and what hides who they are about. */
interface LogOptions {
  /** Secret from which the key of the hash is derived; without one no line names a person. */
  secret?: string;
  /** Standard output without one. */
  destination?: pino.DestinationStream;
}

/** Makes the logger of a process. Every line says which request, person and run it is about. */
export function createLogger(level: string, { secret, destination }: LogOptions = {}): Logger {
  const hide = secret === undefined ? () => undefined : createHider(secret);
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    mixin() {
      const { request, user, run } = currentScope() ?? {};
      return {
        ...(request !== undefined && { request }),
        ...(user !== undefined && { user: hide(user) }),
        ...(run !== undefined && { run }),
      };
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** So many people's hashes are remembered. */
const HIDDEN_MAX = 1_000;

/**
 * Hashes ids with a key that only this deployment has: the lines of one person can be found
 * together, and not told whose they are.
 */
function createHider(secret: string): (id: string) => string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "karlo: people in the log", 32));
  const known = new Map<string, string>();
  return (id) => {
    const hash = known.get(id) ?? createHmac("sha256", key).update(id).digest("hex").slice(0, 16);
    if (known.size >= HIDDEN_MAX) known.clear();
    known.set(id, hash);
    return hash;
  };
}

interface LoggedError {
  type: string;
  code?: unknown;
  status?: unknown;
  message?: string;
  stack?: string;
  cause?: LoggedError;
}

/**
 * An error without content. Messages of the database client and of model providers quote what was
 * written, so that a message is logged only of the system's own errors, which have a `syscall`.
 */
function describeError(error: unknown, depth = 0): LoggedError {
  if (typeof error !== "object" || error === null) return { type: typeof error };
  const { name, code, status, message, stack, cause, syscall } = error as Record<string, unknown>;
  const frames = String(stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
  return {
    type: String(name ?? "Error"),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(syscall !== undefined && { message: String(message) }),
    ...(frames && { stack: frames }),
    ...(cause !== undefined && depth < 3 && { cause: describeError(cause, depth + 1) }),
  };
}
