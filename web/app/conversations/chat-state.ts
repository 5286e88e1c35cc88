import { applyEvent, beginRun, isOver, type LiveRun } from "./live-run";
import type { Message } from "./message";
import type { RunEvent } from "./run-event";

export interface StoredConversation {
  id: number;
  messages: Message[];
  activeRun: { id: string; status: "running" | "awaiting_approval"; lastSeq: number } | null;
}

export interface ChatState {
  conversationId: number | null;
  /** False while the page is on its way to the conversation that a first message began. */
  arrived: boolean;
  /** What is stored. While a run works it stays as it was when the run began. */
  messages: Message[];
  /** Said, and not yet among what is stored. */
  saying: string | null;
  live: LiveRun | null;
  /** A message is on its way, or a run works. */
  busy: boolean;
  connected: boolean;
  /** Why the server did not take the message; empty when it could not be reached. */
  problem: string | null;
  /** The message that was not taken. */
  unsent: string | null;
}

export type ChatAction =
  | { type: "stored"; conversation: StoredConversation | null }
  | { type: "say"; text: string }
  | { type: "wait" }
  | { type: "begin"; runId: string; conversationId?: number }
  | { type: "event"; runId: string; event: Pick<RunEvent, "type" | "data"> }
  | { type: "connected"; yes: boolean }
  | { type: "lost" }
  | { type: "refused"; detail: string };

export const initialChat = (conversation: StoredConversation | null): ChatState => ({
  conversationId: conversation?.id ?? null,
  arrived: true,
  messages: conversation?.messages ?? [],
  saying: null,
  live: null,
  busy: false,
  connected: true,
  problem: null,
  unsent: null,
});

export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "stored":
      return takeStored(state, action.conversation);
    case "say":
      return { ...state, saying: action.text, busy: true, problem: null, unsent: null };
    case "wait":
      return { ...state, busy: true, problem: null };
    case "begin": {
      const conversationId = action.conversationId ?? state.conversationId;
      const arrived = state.arrived && conversationId === state.conversationId;
      const live = beginRun(action.runId);
      return { ...state, conversationId, arrived, live, busy: true, connected: true };
    }
    case "event": {
      if (state.live?.runId !== action.runId) return state;
      const live = applyEvent(state.live, action.event);
      return { ...state, live, busy: !isOver(live) };
    }
    case "connected":
      return { ...state, connected: action.yes };
    case "lost":
      return { ...state, live: null, busy: false, connected: true };
    case "refused":
      // The message goes back to where it was written.
      return {
        ...state,
        saying: null,
        busy: false,
        problem: action.detail,
        unsent: state.saying,
      };
  }
}

function takeStored(state: ChatState, conversation: StoredConversation | null): ChatState {
  const id = conversation?.id ?? null;
  if (id !== state.conversationId) {
    return id === null && !state.arrived ? state : initialChat(conversation);
  }
  if (state.busy || isStale(state, conversation)) return { ...state, arrived: true };
  const { problem, unsent } = state;
  return { ...initialChat(conversation), problem, unsent };
}

/** Read before the run was over, which this page knows already. */
function isStale({ live }: ChatState, conversation: StoredConversation | null): boolean {
  const run = conversation?.activeRun;
  return live !== null && run?.id === live.runId && run.status === "running";
}
