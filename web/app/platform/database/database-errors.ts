import { AppError } from "#app/platform/errors";

/** Seconds after which a client may try again when the database was away. */
const RETRY_AFTER = 5;

/**
 * SQLSTATE of values that no column can hold: character_not_in_repertoire,
 * untranslatable_character, numeric_value_out_of_range, datetime_field_overflow, and
 * invalid_text_representation, which is JSON with half a surrogate pair.
 */
const INVALID_VALUES = new Set(["22021", "22P05", "22003", "22008", "22P02"]);

/** Errors of a server that is absent, starting, stopping or out of connections. */
export const TEMPORARY_CODES: ReadonlySet<string> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EPIPE"],
  // ENOENT is a Unix socket without a server.
  ...["ENOTFOUND", "EAI_AGAIN", "ENOENT"],
  // cannot_connect_now, admin_shutdown, crash_shutdown, too_many_connections
  ...["57P03", "57P01", "57P02", "53300"],
]);

/** Two transactions waited for each other, or one changed what the other had read: once more works. */
const CONFLICTS = new Set(["40P01", "40001", "P2034"]);

/** A server that answers and cannot write: disk_full, out_of_memory, read_only_sql_transaction. */
const NO_WRITES = new Set(["53100", "53200", "25006"]);

/**
 * SQLSTATE class 08 (connection exception), 28 (the password has changed, and this process has not), and
 * I/O errors.
 */
const CONNECTION = /^(08...|28...|58030)$/;

/** Prisma: cannot reach, timeout, connection closed, no connection in time, no transaction in time. */
const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);

/** The code of an error of the operating system, and the calls that are about sockets. */
const SYSTEM_ERROR = /^E[A-Z_]+$/;
const SOCKET_CALLS = new Set(["connect", "read", "write", "getaddrinfo"]);

/** What the drivers report without a code. */
const LOST =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Client was closed|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections/;

/** Better Auth answers a failed read of the session with this code, and hides why. */
const HIDDEN_FAILURE = "FAILED_TO_GET_SESSION";

interface DriverError {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
  syscall?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
  body?: { code?: unknown };
}

/**
 * The error for the caller when an error of the database is not a fault of Karlo: a value that it
 * cannot store is `invalid_input` (422); a database that is away, full or read-only is
 * `database_unavailable`, and two transactions in each other's way `busy` (503, with `retryAfter`).
 *
 * @returns null for any other error
 */
export function databaseError(error: unknown): AppError | null {
  for (const found of chain(error)) {
    const codes = [found.code, found.originalCode].map(String);
    if (codes.some((code) => INVALID_VALUES.has(code)))
      return new AppError("invalid_input", 422, { cause: error });
    if (codes.some((code) => CONFLICTS.has(code)))
      return new AppError("busy", 503, { cause: error, values: { retryAfter: 1 } });
    if (codes.some(isUnavailable) || isLost(found)) {
      const values = { retryAfter: RETRY_AFTER };
      return new AppError("database_unavailable", 503, { cause: error, values });
    }
  }
  return null;
}

/** Attempts of what others' transactions may be in the way of. */
const ATTEMPTS = 5;

/**
 * Runs a transaction, and once more each time that another one was in its way.
 *
 * @param work opens the transaction, and does nothing else
 */
export async function despiteConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || databaseError(error)?.code !== "busy") throw error;
    }
  }
}

function isUnavailable(code: string): boolean {
  if (SYSTEM_ERROR.test(code)) return false;
  return (
    TEMPORARY_CODES.has(code) ||
    NO_WRITES.has(code) ||
    CONNECTION.test(code) ||
    PRISMA_CODES.has(code)
  );
}

function isLost({ code, syscall, kind, message, body }: DriverError): boolean {
  // The same codes also stand for a missing file.
  if (SYSTEM_ERROR.test(String(code)))
    return TEMPORARY_CODES.has(String(code)) && SOCKET_CALLS.has(String(syscall));
  return body?.code === HIDDEN_FAILURE || LOST.test(`${String(kind)} ${String(message)}`);
}

/** An error with its causes, at most eight. */
function* chain(error: unknown): Generator<DriverError> {
  const pending = [error];
  for (let count = 0; count < 8 && pending.length > 0; count += 1) {
    const next = pending.shift();
    if (typeof next !== "object" || next === null) continue;
    const found = next as DriverError;
    // A request to another server, such as a provider's.
    if (found.message === "fetch failed") continue;
    yield found;
    pending.push(found.cause, found.meta?.driverAdapterError);
    if (next instanceof AggregateError) pending.push(...next.errors);
  }
}
