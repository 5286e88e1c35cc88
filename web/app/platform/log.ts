import { createHmac, hkdfSync } from "node:crypto";
import pino from "pino";
import { currentScope } from "./scope";
import { currentTraceId } from "./tracing/span";

/** A structured logger: JSON lines on standard output. Never log user content or secrets. */
export type Logger = pino.Logger;

/** Destination of the log and the secret that pseudonymises user ids. */
interface LogOptions {
  /** Secret that the key of the hash is derived from; without it user ids are omitted. */
  secret?: string;
  /** Default: standard output. */
  destination?: pino.DestinationStream;
}

/** Creates the logger of a process. Every line carries the ids of its request, user, run and trace. */
export function createLogger(level: string, { secret, destination }: LogOptions = {}): Logger {
  const hashUser = secret === undefined ? () => undefined : createUserHash(secret);
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    mixin() {
      const { request, user, run } = currentScope() ?? {};
      const trace = currentTraceId();
      return {
        ...(request !== undefined && { request }),
        ...(user !== undefined && { user: hashUser(user) }),
        ...(run !== undefined && { run }),
        ...(trace !== undefined && { trace }),
      };
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Maximum number of cached hashes. */
const CACHED_HASHES_MAX = 1_000;

/**
 * Returns a keyed hash of user ids: the lines of one user can be correlated but not attributed
 * without the secret of the deployment.
 */
function createUserHash(secret: string): (id: string) => string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "karlo: people in the log", 32));
  const cache = new Map<string, string>();
  return (id) => {
    const hash = cache.get(id) ?? createHmac("sha256", key).update(id).digest("hex").slice(0, 16);
    if (cache.size >= CACHED_HASHES_MAX) cache.clear();
    cache.set(id, hash);
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
 * Serialises an error without user content. Messages of the database client and of model providers
 * quote their input, so only the messages of system errors, which have a `syscall`, are logged.
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
