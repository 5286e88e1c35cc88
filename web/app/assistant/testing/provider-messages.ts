/** A request that the fake provider received. */
export interface ProviderRequest {
  path: string;
  /** The text of the last user message. */
  userMessage: string;
  headers: Record<string, string | string[] | undefined>;
  body: {
    model: string;
    stream: boolean;
    store?: boolean;
    tools?: { function: { name: string; parameters?: Record<string, unknown> } }[];
    tool_choice?: unknown;
    /** Of Chat Completions. */
    messages?: {
      role: string;
      content?: unknown;
      reasoning_content?: string;
      tool_calls?: unknown[];
    }[];
    /** Of Responses. */
    input?: {
      type?: string;
      role?: string;
      encrypted_content?: string;
      content?: string | { text: string }[];
    }[];
  };
}

/** A scripted response with content. */
export interface ProviderAnswer {
  text?: string;
  /** Arguments that are no object are sent as they are; without an id each has its own. */
  calls?: { id?: string; name: string; arguments: Record<string, unknown> | string | null }[];
  refusal?: string;
  /** The finish reason, if not the usual one. */
  finish?: "content_filter" | "length";
  /** Sends the text as a list of parts. */
  inParts?: true;
  /** Sends one JSON document in place of a stream. */
  whole?: true;
  /**
   * Sends only the first `after` chunks; then the connection breaks, or ends as if the answer were
   * complete, or is held until `release`.
   */
  cut?: { after: number; how: "broken" | "ended" | "held" };
  /** Delay before the first chunk. */
  delayMs?: number;
  /** Delay between chunks. */
  intervalMs?: number;
  /** Reports no token usage. */
  withoutUsage?: true;
}

/** A scripted response: content, an HTTP error, or a malformed stream. */
export type ProviderResponse =
  | ProviderAnswer
  | { status: number; body?: string; retryAfter?: number }
  | { garbage: string };
