import type { Operation } from "./operation";

/** What waits as the person sees it, in its order: without what is on its way or taken back. */
export const visibleOf = (operations: readonly Operation[]): Operation[] =>
  operations.filter(
    ({ state, late, withdrawn }) =>
      !withdrawn && (state === "refused" || (state === "waiting" && late)),
  );
