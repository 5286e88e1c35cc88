import type { ConversationDetail } from "#app/conversations/list/get-conversation.server";
import {
  type AttachmentPart,
  filesOf,
  type Message,
  type MessagePart,
} from "#app/conversations/messages/message";
import {
  applyEvent,
  createLiveRun,
  isPausedOrOver,
  type LiveRun,
} from "#app/conversations/runs/live-run";
import type { RunEvent } from "#app/conversations/runs/run-event";

/** The part of a stored conversation that the chat shows. */
export type StoredConversation = Pick<ConversationDetail, "id" | "messages" | "activeRun">;

/** A message that was sent while a run was running; the server queues it. */
interface Queued {
  key: number;
  text: string;
  files: AttachmentPart[];
  /** Null until the server has accepted it. */
  runId: string | null;
}

/** The state of one chat: what is stored, and what is not stored yet. */
export interface ChatState {
  conversationId: number | null;
  /** False while the page navigates to the conversation that its first message created. */
  loaded: boolean;
  /** The stored messages; not updated while a run is running. */
  messages: Message[];
  /** The messages to restore if a replacing message is refused. */
  rollback: Message[] | null;
  /** The text of a sent message that is not among `messages` yet. */
  pendingText: string | null;
  /** Its attachments. */
  files: AttachmentPart[];
  queued: Queued[];
  live: LiveRun | null;
  /** A request is pending or a run is running. */
  busy: boolean;
  connected: boolean;
  /** Why a message was refused, localized; empty if the server could not be reached. */
  problem: string | null;
  /** The text of the refused message. */
  unsent: string | null;
  unsentFiles: AttachmentPart[];
}

/** What changes a chat's state. */
export type ChatAction =
  | { type: "stored"; conversation: StoredConversation | null }
  | { type: "send"; text: string; files?: AttachmentPart[]; replaces?: string }
  | { type: "queue"; key: number; text: string; files?: AttachmentPart[] }
  | { type: "queued"; key: number; runId: string }
  | { type: "queueRefused"; key: number; detail: string }
  /** The message, or the queued one of a key, waits on this device. */
  | { type: "kept"; key?: number }
  | { type: "answer" }
  | { type: "started"; runId: string; conversationId?: number }
  | { type: "event"; runId: string; event: Pick<RunEvent, "type" | "data"> }
  | { type: "connection"; connected: boolean }
  | { type: "lost" }
  | { type: "refused"; detail: string };

/** The state of a chat that shows a stored conversation, or a new one. */
export const initialChat = (conversation: StoredConversation | null): ChatState => ({
  conversationId: conversation?.id ?? null,
  loaded: true,
  messages: conversation?.messages ?? [],
  rollback: null,
  pendingText: null,
  files: [],
  queued: [],
  live: null,
  busy: false,
  connected: true,
  problem: null,
  unsent: null,
  unsentFiles: [],
});

/** Clears an earlier refusal. */
const noProblem = { problem: null, unsent: null, unsentFiles: [] };

/** Applies an action to a chat's state. */
export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "stored":
      return mergeStored(state, action.conversation);
    case "send": {
      const { text, files = [], replaces } = action;
      const rollback = withPending(state);
      const at = rollback.findIndex(({ id }) => id === replaces);
      const messages = at < 0 ? rollback : rollback.slice(0, at);
      const sent = { rollback, messages, pendingText: text, files, live: null };
      return { ...state, ...sent, busy: true, ...noProblem };
    }
    case "queue": {
      const { key, text, files = [] } = action;
      const queued = [...state.queued, { key, text, files, runId: null }];
      return { ...state, queued, ...noProblem };
    }
    case "queued": {
      const { key, runId } = action;
      return {
        ...state,
        queued: state.queued.map((item) => (item.key === key ? { ...item, runId } : item)),
      };
    }
    case "queueRefused": {
      const [refused] = state.queued.filter(({ key }) => key === action.key);
      const queued = state.queued.filter((item) => item !== refused);
      const { text = null, files = [] } = refused ?? {};
      return { ...state, queued, problem: action.detail, unsent: text, unsentFiles: files };
    }
    case "kept": {
      const queued = state.queued.filter(({ key }) => key !== action.key);
      if (action.key !== undefined) return { ...state, queued };
      const messages = state.rollback ?? state.messages;
      return { ...state, messages, rollback: null, pendingText: null, files: [], busy: false };
    }
    case "answer":
      return { ...state, busy: true, problem: null };
    case "started": {
      const conversationId = action.conversationId ?? state.conversationId;
      const loaded = state.loaded && conversationId === state.conversationId;
      const live = createLiveRun(action.runId);
      return { ...state, conversationId, loaded, live, busy: true, connected: true };
    }
    case "event": {
      if (state.live?.runId !== action.runId) return state;
      const live = applyEvent(state.live, action.event);
      return { ...state, live, busy: !isPausedOrOver(live) };
    }
    case "connection":
      return { ...state, connected: action.connected };
    case "lost":
      return { ...state, live: null, busy: false, connected: true };
    case "refused":
      // `ChatBox` puts `unsent` back into the composer.
      return {
        ...state,
        messages: state.rollback ?? state.messages,
        rollback: null,
        pendingText: null,
        busy: false,
        problem: action.detail,
        unsent: state.pendingText,
        unsentFiles: state.files,
        files: [],
      };
  }
}

/** A message to show: stored, pending, or streaming. */
export interface ShownMessage {
  /** Null until it is stored. */
  id: string | null;
  role: Message["role"];
  runId: string | null;
  parts: MessagePart[];
  streaming: boolean;
  /** Waits for an earlier run. */
  queued: boolean;
}

/**
 * All messages to show, in order. A message keeps its index when it becomes stored, so that React
 * keeps its element.
 */
export function shownMessages({
  messages,
  pendingText,
  files,
  queued,
  live,
}: ChatState): ShownMessage[] {
  const shown = messages.map(({ id, role, runId, parts }): ShownMessage => {
    return { ...shownMessage(role, runId, parts), id: /^\d+$/.test(id) ? id : null };
  });
  const runId = live?.runId ?? null;
  if (pendingText !== null) shown.push(shownMessage("user", runId, toParts(pendingText, files)));
  if (live) {
    // Right after its question; messages behind that are queued.
    const question = shown.findLastIndex((message) => message.runId === runId);
    const index = question < 0 ? shown.length : question + 1;
    for (const message of shown.slice(index)) message.queued = message.role === "user";
    const answer = { ...shownMessage("assistant", runId, live.parts), streaming: live.streaming };
    if (live.parts.length > 0) shown.splice(index, 0, answer);
  }
  for (const { text, files: own, runId: next } of queued) {
    shown.push({ ...shownMessage("user", next, toParts(text, own)), queued: true });
  }
  return shown;
}

const toParts = (text: string, files: AttachmentPart[]): MessagePart[] => [
  ...(text ? [{ type: "text" as const, text }] : []),
  ...files,
];

/** The attachments of a stored message; none for an unknown id. */
export function filesIn({ messages }: ChatState, id: string | undefined): AttachmentPart[] {
  return filesOf(messages.find((message) => message.id === id)?.parts ?? []);
}

const shownMessage = (
  role: Message["role"],
  runId: string | null,
  parts: MessagePart[],
): ShownMessage => ({ id: null, role, runId, parts, streaming: false, queued: false });

/** The stored messages, and those of a run that is over but not loaded from the server yet. */
function withPending({ messages, pendingText, files, live }: ChatState): Message[] {
  if (!live || !isPausedOrOver(live)) return messages;
  const common = { runId: live.runId, createdAt: "" };
  const own: Message[] =
    pendingText === null
      ? []
      : [{ ...common, id: `sent-${live.runId}`, role: "user", parts: toParts(pendingText, files) }];
  const { parts } = live;
  return [...messages, ...own, { ...common, id: `live-${live.runId}`, role: "assistant", parts }];
}

function mergeStored(state: ChatState, conversation: StoredConversation | null): ChatState {
  const id = conversation?.id ?? null;
  if (id !== state.conversationId) {
    return id === null && !state.loaded ? state : initialChat(conversation);
  }
  if (state.busy || isStale(state, conversation)) return { ...state, loaded: true };
  const { problem, unsent, unsentFiles } = state;
  const stored = new Set(conversation?.messages.map(({ runId }) => runId));
  const queued = state.queued.filter(({ runId }) => runId === null || !stored.has(runId));
  return { ...initialChat(conversation), queued, problem, unsent, unsentFiles };
}

/** True if the conversation was read before the run ended, which this page already knows. */
function isStale({ live }: ChatState, conversation: StoredConversation | null): boolean {
  const run = conversation?.activeRun;
  return live !== null && run?.id === live.runId && run.status === "running";
}
