import pino from "pino";

/** A structured logger: JSON lines on standard output. Never pass it content or secrets. */
export type Logger = pino.Logger;

/** Makes the logger of the process. `destination` is for tests. */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
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
