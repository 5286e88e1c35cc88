import type { StoredConversation } from "./chat-state";
import type { Approval, Message } from "./message";

/** What the chat asks of the server, over HTTP with the session's cookie. */

export interface StartedRun {
  conversation_id: number;
  run_id: string;
  last_event_id: number;
}

/** An answer that the person can read as it is. */
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
): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      "Accept-Language": language,
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new ChatProblem("offline", 0, "");
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer as T;
  throw new ChatProblem(answer.code ?? "internal", response.status, answer.detail ?? "");
}

/** The answer comes as events; a request is done when the run has begun. */
const begin = (path: string, language: string, body: unknown): Promise<StartedRun> =>
  call("POST", path, language, body, { Prefer: "respond-async" });

export interface NewMessage {
  message: string;
  conversation_id?: number;
  replaces?: string;
  attachments?: string[];
  /** Of the page: what errors are told in. The answer is in the language of the message. */
  locale: string;
}

export const sendMessage = ({ locale, ...message }: NewMessage): Promise<StartedRun> =>
  begin("/chat", locale, {
    ...message,
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });

export const answerApprovals = (
  runId: string,
  answer: { approve: string[]; reject: string[] },
  language: string,
): Promise<StartedRun> => begin(`/runs/${runId}/approvals`, language, answer);

export const stopRun = (runId: string, language: string): Promise<unknown> =>
  call("POST", `/runs/${runId}/stop`, language, {});

/** Takes back what a run did. `force` does so over what was changed since. */
export const undoRun = (
  runId: string,
  force: boolean,
  language: string,
): Promise<{ run_id: string }> => call("POST", `/runs/${runId}/undo`, language, { force });

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

/** A conversation as it is stored; null when it is not there any more. */
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

export const findConversations = (
  search: string,
  language: string,
): Promise<{ conversations: { id: number; title: string }[] }> =>
  call("GET", `/conversations?${new URLSearchParams({ search })}`, language);

export const renameConversation = (id: number, title: string, language: string): Promise<unknown> =>
  call("PATCH", `/conversations/${id}`, language, { title });

export const deleteConversation = (id: number, language: string): Promise<unknown> =>
  call("DELETE", `/conversations/${id}`, language);
