import type { Approval } from "#app/conversations/messages/message";

/** How a segment of a run ends: the run is over, or awaits approval. */
export type RunOutcome =
  | { status: "completed" }
  | { status: "failed"; code: string; detail: string }
  | { status: "cancelled" }
  | {
      status: "awaiting_approval";
      /** The question to the person. */
      text: string;
      /** All interrupted calls. */
      approvals: Approval[];
      /** Those of them that the person is asked about. */
      pending: Approval[];
      /** The SDK's serialised state, which resumes the run. */
      state: string;
    };
