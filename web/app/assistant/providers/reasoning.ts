/**
 * What a provider returns beside its answer and requires in later requests. The SDK keeps a single
 * string for it (`reasoning`), also in the saved state of a paused run: all of it is stored there
 * as JSON.
 */
export interface ReasoningState {
  /** The reasoning, as text. */
  reasoning: string;
  /** Signatures of the reasoning, by the id of the tool call that they came with. */
  signatures: Record<string, string>;
}

/** Serialises the state for the SDK; null when it is empty. */
export function serializeReasoning({ reasoning, signatures }: ReasoningState): string | null {
  if (!reasoning && Object.keys(signatures).length === 0) return null;
  return JSON.stringify({ reasoning, signatures });
}

/** Parses the result of {@link serializeReasoning}; any other string is plain reasoning. */
export function parseReasoning(text: unknown): ReasoningState {
  if (typeof text !== "string") return { reasoning: "", signatures: {} };
  try {
    const { reasoning, signatures } = JSON.parse(text) as Partial<ReasoningState>;
    if (typeof reasoning === "string" && signatures) return { reasoning, signatures };
  } catch {
    // Plain reasoning is not JSON.
  }
  return { reasoning: text, signatures: {} };
}
