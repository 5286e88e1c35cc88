/** What the chat page asks of the server, over HTTP with the session's cookie. */

export interface StartedRun {
  conversation_id: number;
  run_id: string;
  last_event_id: number;
}

/** An answer that the person can read as it is. */
export class ChatProblem extends Error {
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

async function post<T>(path: string, body: unknown, language: string): Promise<T> {
  const response = await fetch(path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Accept-Language": language,
      // The answer comes as events; this request is done when the run has begun.
      Prefer: "respond-async",
    },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ChatProblem("offline", "");
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer as T;
  throw new ChatProblem(answer.code ?? "internal", answer.detail ?? "");
}

export interface NewMessage {
  message: string;
  conversation_id?: number;
  /** Of the page: what errors are told in. The answer is in the language of the message. */
  locale: string;
}

export const sendMessage = ({ locale, ...message }: NewMessage): Promise<StartedRun> =>
  post(
    "/api/v1/chat",
    { ...message, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    locale,
  );

export const answerApprovals = (
  runId: string,
  answer: { approve: string[]; reject: string[] },
  language: string,
): Promise<StartedRun> => post(`/api/v1/runs/${runId}/approvals`, answer, language);

export const stopRun = (runId: string, language: string): Promise<unknown> =>
  post(`/api/v1/runs/${runId}/stop`, {}, language);
