import type { Localization } from "./localization";

/** The run that items belong to. Ids of items are the same in a stream and in a list. */
export interface ItemContext extends Localization {
  threadId: string;
  runId: string;
  /** Number of items of the run in its earlier messages; ids continue from it. */
  before: number;
  /** ISO 8601. */
  createdAt: string;
  /** Ids of the runs that await approval: their widgets have buttons. */
  waiting: string[];
  /** True for the last message: the answers that it offers can be chosen. */
  last: boolean;
}
