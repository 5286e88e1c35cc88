import type { createAuthMiddleware } from "better-auth/api";
import type { Limit } from "#app/platform/limits";

/** The context of a hook of Better Auth. */
export type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** What the hook before an endpoint leaves for the one after it. */
export interface RequestState {
  /** Whose second step of a sign-in this is, or whose session the request has. */
  userId: string | null;
  /** Whether the request is the second step of a sign-in. */
  secondStep: boolean;
  /** Limits that count failures only. */
  limits: Limit[];
  /** Marks a code as used. */
  claim: Limit | null;
}

const states = new WeakMap<Headers, RequestState>();

/** Keeps the state of a request until it has been answered. */
export function keepState({ headers }: HookContext, state: RequestState): void {
  if (headers) states.set(headers, state);
}

/** The state of a request; null when nothing was kept. */
export function stateOf({ headers }: HookContext): RequestState | null {
  return (headers && states.get(headers)) ?? null;
}
