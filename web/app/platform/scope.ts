import { AsyncLocalStorage } from "node:async_hooks";

/** What is being worked on: every line of the log says it. */
interface Scope {
  /** Id of the request. */
  request?: string;
  /** Whose work it is; logged as a keyed hash. */
  user?: string;
  /** Id of the run. */
  run?: string;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Does some work, and all that follows from it, in a scope. */
export function inScope<T>(scope: Scope, work: () => T): T {
  return scopes.run(scope, work);
}

/** The scope of what is being done, if it has one. */
export function currentScope(): Readonly<Scope> | undefined {
  return scopes.getStore();
}

/** Says whose work the present one is, once that is known. */
export function noteUser(userId: string): void {
  const scope = scopes.getStore();
  if (scope) scope.user = userId;
}
