import { AsyncLocalStorage } from "node:async_hooks";
import type { AppError } from "./errors";
import { type RequestWindow, tooManyRequests } from "./request-limit";

/** The request, user and run of the current async context; logged with every line. */
interface Scope {
  /** Id of the request. */
  request?: string;
  /** Id of the user; logged as a keyed hash. */
  user?: string;
  /** Id of the run. */
  run?: string;
  /** Counts a request of a person. */
  countRequest?: (userId: string) => RequestWindow;
  /** The person's requests, once counted. */
  window?: RequestWindow;
  /** Why the request cannot be answered now: too many of a person, or too many at once. */
  refusal?: AppError;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs `work` and everything async that it starts in a scope. */
export function inScope<T>(scope: Scope, work: () => T): T {
  return scopes.run(scope, work);
}

/** Returns the scope of the current async context, if it has one. */
export function currentScope(): Readonly<Scope> | undefined {
  return scopes.getStore();
}

/**
 * Sets the user of the current scope once the request is authenticated, and counts the request.
 *
 * @throws AppError `rate_limited` (429) beyond the person's limit
 */
export function setScopeUser(userId: string): void {
  const scope = scopes.getStore();
  if (!scope) return;
  const counted = scope.user === userId;
  scope.user = userId;
  // The loaders of a page authenticate each for itself.
  if (!counted) scope.window = scope.countRequest?.(userId);
  if (scope.window && scope.window.left < 0) throw refuse(tooManyRequests(scope.window));
}

/** Notes why the current request cannot be answered now, for handlers that hide errors. */
export function refuse(error: AppError): AppError {
  const scope = scopes.getStore();
  if (scope) scope.refusal = error;
  return error;
}
