/** Tokens that a run used while this process executed it. */
export interface TokenUsage {
  /** Not yet added to the run's row. */
  inputTokens: number;
  outputTokens: number;
  /** Input and output together that are not yet counted against the person's daily limit. */
  uncounted: number;
}
