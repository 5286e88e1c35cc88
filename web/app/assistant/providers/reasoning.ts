/**
 * What a provider gave beside its answer and wants back with it. The SDK keeps one text for this,
 * `reasoning`, also in the saved state of a run that waits: all of it travels there as JSON.
 */
export interface Carried {
  /** The thoughts, as text. */
  reasoning: string;
  /** Signatures of thoughts, by the id of the tool call that they came with. */
  signatures: Record<string, string>;
}

/** One text for the SDK to keep, or null when there is nothing to carry. */
export function carry({ reasoning, signatures }: Carried): string | null {
  if (!reasoning && Object.keys(signatures).length === 0) return null;
  return JSON.stringify({ reasoning, signatures });
}

/** Reads what {@link carry} made; anything else is taken for plain thoughts. */
export function readCarried(text: unknown): Carried {
  if (typeof text !== "string") return { reasoning: "", signatures: {} };
  try {
    const { reasoning, signatures } = JSON.parse(text) as Partial<Carried>;
    if (typeof reasoning === "string" && signatures) return { reasoning, signatures };
  } catch {
    // Plain thoughts are no JSON.
  }
  return { reasoning: text, signatures: {} };
}
