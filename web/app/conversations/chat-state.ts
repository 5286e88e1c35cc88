import type { AttachmentPart } from "./attachment";
import type { ConversationDetail } from "./get-conversation.server";
import { applyEvent, beginRun, isOver, type LiveRun } from "./live-run";
import { filesOf, type Message, type MessagePart } from "./message";
import type { RunEvent } from "./run-event";

/** What the chat needs of a conversation that the server has. */
export type StoredConversation = Pick<ConversationDetail, "id" | "messages" | "activeRun">;

/** Said while a run works: the server takes it up when that is over. */
interface Queued {
  key: number;
  text: string;
  files: AttachmentPart[];
  /** Null until the server has it. */
  runId: string | null;
}

export interface ChatState {
  conversationId: number | null;
  /** False while the page is on its way to the conversation that a first message began. */
  arrived: boolean;
  /** What is stored. While a run works it stays as it was when the run began. */
  messages: Message[];
  /** What was there before a message was said otherwise, in case that is refused. */
  before: Message[] | null;
  /** Said, and not yet among what is stored. */
  saying: string | null;
  /** The files that go with it. */
  files: AttachmentPart[];
  queued: Queued[];
  live: LiveRun | null;
  /** A message is on its way, or a run works. */
  busy: boolean;
  connected: boolean;
  /** Why the server did not take the message; empty when it could not be reached. */
  problem: string | null;
  /** The message that was not taken. */
  unsent: string | null;
  unsentFiles: AttachmentPart[];
}

export type ChatAction =
  | { type: "stored"; conversation: StoredConversation | null }
  | { type: "say"; text: string; files?: AttachmentPart[]; replaces?: string }
  | { type: "queue"; key: number; text: string; files?: AttachmentPart[] }
  | { type: "queued"; key: number; runId: string }
  | { type: "unqueued"; key: number; detail: string }
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
  before: null,
  saying: null,
  files: [],
  queued: [],
  live: null,
  busy: false,
  connected: true,
  problem: null,
  unsent: null,
  unsentFiles: [],
});

/** Nothing is left over of what was refused before. */
const taken = { problem: null, unsent: null, unsentFiles: [] };

export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "stored":
      return takeStored(state, action.conversation);
    case "say": {
      const { text, files = [], replaces } = action;
      const before = settled(state);
      const at = before.findIndex(({ id }) => id === replaces);
      const messages = at < 0 ? before : before.slice(0, at);
      const said = { before, messages, saying: text, files, live: null };
      return { ...state, ...said, busy: true, ...taken };
    }
    case "queue": {
      const { key, text, files = [] } = action;
      const queued = [...state.queued, { key, text, files, runId: null }];
      return { ...state, queued, ...taken };
    }
    case "queued": {
      const { key, runId } = action;
      return {
        ...state,
        queued: state.queued.map((one) => (one.key === key ? { ...one, runId } : one)),
      };
    }
    case "unqueued": {
      const [refused] = state.queued.filter(({ key }) => key === action.key);
      const queued = state.queued.filter((one) => one !== refused);
      const { text = null, files = [] } = refused ?? {};
      return { ...state, queued, problem: action.detail, unsent: text, unsentFiles: files };
    }
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
        messages: state.before ?? state.messages,
        before: null,
        saying: null,
        busy: false,
        problem: action.detail,
        unsent: state.saying,
        unsentFiles: state.files,
        files: [],
      };
  }
}

/** A message as it is shown: stored, on its way, or being written. */
export interface ShownMessage {
  /** What the server knows it by; null until it is stored. */
  id: string | null;
  role: Message["role"];
  runId: string | null;
  parts: MessagePart[];
  growing: boolean;
  /** It waits for the run before it. */
  queued: boolean;
}

/** All there is to show, in order. What is shown keeps its place when it becomes what is stored. */
export function shownMessages({
  messages,
  saying,
  files,
  queued,
  live,
}: ChatState): ShownMessage[] {
  const shown = messages.map(({ id, role, runId, parts }): ShownMessage => {
    return { ...fresh(role, runId, parts), id: /^\d+$/.test(id) ? id : null };
  });
  const runId = live?.runId ?? null;
  if (saying !== null) shown.push(fresh("user", runId, said(saying, files)));
  if (live) {
    // Behind the message that it answers; what was said meanwhile waits behind that.
    const asked = shown.findLastIndex((message) => message.runId === runId);
    const place = asked < 0 ? shown.length : asked + 1;
    for (const message of shown.slice(place)) message.queued = message.role === "user";
    const answer = { ...fresh("assistant", runId, live.parts), growing: live.growing };
    if (live.parts.length > 0) shown.splice(place, 0, answer);
  }
  for (const { text, files: own, runId: next } of queued) {
    shown.push({ ...fresh("user", next, said(text, own)), queued: true });
  }
  return shown;
}

const said = (text: string, files: AttachmentPart[]): MessagePart[] => [
  ...(text ? [{ type: "text" as const, text }] : []),
  ...files,
];

/** The files of a message that is stored. */
export function filesIn({ messages }: ChatState, id: string | undefined): AttachmentPart[] {
  return filesOf(messages.find((message) => message.id === id)?.parts ?? []);
}

const fresh = (
  role: Message["role"],
  runId: string | null,
  parts: MessagePart[],
): ShownMessage => ({ id: null, role, runId, parts, growing: false, queued: false });

/** What is stored, with what will be: the run is over, and the page has not loaded it yet. */
function settled({ messages, saying, files, live }: ChatState): Message[] {
  if (!live || !isOver(live)) return messages;
  const stamp = { runId: live.runId, createdAt: "" };
  const own: Message[] =
    saying === null
      ? []
      : [{ ...stamp, id: `said-${live.runId}`, role: "user", parts: said(saying, files) }];
  const { parts } = live;
  return [...messages, ...own, { ...stamp, id: `live-${live.runId}`, role: "assistant", parts }];
}

function takeStored(state: ChatState, conversation: StoredConversation | null): ChatState {
  const id = conversation?.id ?? null;
  if (id !== state.conversationId) {
    return id === null && !state.arrived ? state : initialChat(conversation);
  }
  if (state.busy || isStale(state, conversation)) return { ...state, arrived: true };
  const { problem, unsent, unsentFiles } = state;
  const stored = new Set(conversation?.messages.map(({ runId }) => runId));
  const queued = state.queued.filter(({ runId }) => runId === null || !stored.has(runId));
  return { ...initialChat(conversation), queued, problem, unsent, unsentFiles };
}

/** Read before the run was over, which this page knows already. */
function isStale({ live }: ChatState, conversation: StoredConversation | null): boolean {
  const run = conversation?.activeRun;
  return live !== null && run?.id === live.runId && run.status === "running";
}
