import type { Approval, Message } from "#app/conversations/messages/message";
import { newSubmission, withSubmission } from "#app/platform/submission";
import type { StoredConversation } from "./chat-state";
import { type MessageBody, messageKeeper } from "./kept-messages";

// The REST calls of the chat, with the cookie of the session.

/** A run that the server started or queued. */
export interface StartedRun {
  conversation_id: number;
  run_id: string;
  last_event_id: number;
}

/** An error response; `message` is localized, and empty if the server could not be reached. */
export class ChatProblem extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, detail: string) {
    super(detail);
    this.code = code;
    this.status = status;
  }
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

async function call<T>(
  method: Method,
  path: string,
  language: string,
  body?: unknown,
  headers?: Record<string, string>,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    signal,
    headers: {
      "Accept-Language": language,
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new ChatProblem("offline", 0, "");
  });
  // A proxy's error page, or an empty body, is not JSON.
  const json = await response.json().catch(() => ({}));
  if (response.ok && Object.keys(json).length === 0 && path === "/chat") {
    // The page of somebody in between, such as a hotel's Wi-Fi.
    throw new ChatProblem("offline", 0, "");
  }
  if (response.ok) return json as T;
  throw new ChatProblem(json.code ?? "internal", response.status, json.detail ?? "");
}

/** A POST that takes effect once, however often it is retried. */
const postOnce = <T>(
  path: string,
  language: string,
  body: unknown,
  headers?: Record<string, string>,
): Promise<T> =>
  withSubmission(
    JSON.stringify([path, body]),
    (key) => call<T>("POST", path, language, body, { ...headers, "Idempotency-Key": key }),
    isUnanswered,
  );

/** Responds once the run is started: its answer is streamed as events. */
const postAsync = (path: string, language: string, body: unknown): Promise<StartedRun> =>
  postOnce(path, language, body, { Prefer: "respond-async" });

/** A message to send. */
export interface NewMessage {
  message: string;
  conversation_id?: number;
  replaces?: string;
  attachments?: string[];
  /** Language of error messages. The language of the answer is that of the message. */
  locale: string;
}

/** How long the server may take to accept a message. */
const ACCEPT_MS = 10_000;

const isUnanswered = (error: unknown): boolean =>
  error instanceof ChatProblem && (error.status === 0 || error.status >= 500);

/**
 * Sends a message. Without a connection it is kept on this device, where that can be, and sent later.
 *
 * @returns null for a message that was kept
 */
export async function sendMessage({ locale, ...message }: NewMessage): Promise<StartedRun | null> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const body: MessageBody = { ...message, time_zone: timeZone };
  const keeper = messageKeeper();
  if (keeper?.mustWait(body) && (await keeper.keep(body, newSubmission()))) return null;
  const send = async (key: string): Promise<StartedRun | null> => {
    try {
      const headers = { Prefer: "respond-async", "Idempotency-Key": key };
      const signal = AbortSignal.timeout(ACCEPT_MS);
      return await call("POST", "/chat", locale, body, headers, signal);
    } catch (error) {
      // A message that replaces another may meet a conversation that has gone on.
      if (!isUnanswered(error) || body.replaces || !(await keeper?.keep(body, key))) throw error;
      return null;
    }
  };
  return withSubmission(JSON.stringify(["/chat", body]), send, isUnanswered);
}

/** Answers a run that awaits approval. */
export const answerApprovals = (
  runId: string,
  answer: { approve: string[]; reject: string[] },
  language: string,
): Promise<StartedRun> => postAsync(`/runs/${runId}/approvals`, language, answer);

/** Cancels a run. */
export const stopRun = (runId: string, language: string): Promise<unknown> =>
  call("POST", `/runs/${runId}/stop`, language, {});

/** Undoes the changes of a run. `force` also overwrites later changes. */
export const undoRun = (
  runId: string,
  force: boolean,
  language: string,
): Promise<{ run_id: string }> => postOnce(`/runs/${runId}/undo`, language, { force });

interface WireConversation {
  id: number;
  title: string;
  messages: {
    id: string;
    role: Message["role"];
    created_at: string;
    run_id: string | null;
    parts: Message["parts"];
  }[];
  active_run: {
    id: string;
    status: "running" | "awaiting_approval";
    approvals: Approval[];
    last_event_id: number;
  } | null;
}

/** Reads a stored conversation; null if it was deleted. */
export async function readConversation(
  id: number,
  language: string,
): Promise<(StoredConversation & { title: string }) | null> {
  try {
    const path = `/conversations/${id}`;
    const {
      title,
      messages,
      active_run: run,
    } = await call<WireConversation>("GET", path, language);
    return {
      id,
      title,
      messages: messages.map(({ created_at: createdAt, run_id: runId, ...message }) => {
        return { ...message, createdAt, runId };
      }),
      activeRun: run && { ...run, lastSeq: run.last_event_id },
    };
  } catch (error) {
    if (error instanceof ChatProblem && error.status === 404) return null;
    throw error;
  }
}

/** Searches the person's conversations. */
export const findConversations = (
  search: string,
  language: string,
): Promise<{ conversations: { id: number; title: string }[] }> =>
  call("GET", `/conversations?${new URLSearchParams({ search })}`, language);

/** Sets the title of a conversation. */
export const renameConversation = (id: number, title: string, language: string): Promise<unknown> =>
  call("PATCH", `/conversations/${id}`, language, { title });

/** Deletes a conversation. */
export const deleteConversation = (id: number, language: string): Promise<unknown> =>
  call("DELETE", `/conversations/${id}`, language);
