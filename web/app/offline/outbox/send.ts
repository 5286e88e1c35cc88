import { isOurs, SAID_HEADER, SENT_HEADER } from "#app/offline/pages/headers";
import type { Operation, Refusal } from "./operation";

/** How long a request may take. */
const TIMEOUT_MS = 10_000;

/** What became of a request. */
export type Sending =
  | { kind: "sent"; answer: unknown; doneAt: string }
  | { kind: "refused"; refusal: Refusal }
  /** Nothing is known to have happened: it is tried again. */
  | { kind: "unsent"; reason: Unsent; retryAfter: number };

/**
 * The network failed, the session has ended, it was too much at once; or Karlo itself failed at this
 * operation, and may take others.
 */
export type Unsent = "network" | "session" | "busy" | "failed";

const unsent = (reason: Unsent, retryAfter = 0): Sending => ({
  kind: "unsent",
  reason,
  retryAfter,
});

/** The request of an operation: its path below the person's, and its body. */
export interface Sendable {
  path: "/tasks/forms" | "/chat";
  body: object;
}

/**
 * Sends an operation to the API, in the name of the person who made it: the server answers 404 where
 * somebody else is signed in. An answer that is not the app's, as of a proxy or of a hotel's Wi-Fi,
 * is none.
 */
export async function send(operation: Operation, { path, body }: Sendable): Promise<Sending> {
  let response: Response;
  let answer: Record<string, unknown>;
  try {
    response = await fetch(`/api/${encodeURIComponent(operation.person)}${path}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Accept-Language": operation.language,
        "Idempotency-Key": operation.key,
        Prefer: "respond-async",
        [SENT_HEADER]: new Date().toISOString(),
        ...(operation.kind === "message" && { [SAID_HEADER]: operation.madeAt }),
      },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    if (!isJson || !isOurs(response)) return unsent("network");
    answer = await response.json();
  } catch {
    return unsent("network");
  }
  const { status, headers } = response;
  const doneAt = headers.get("karlo-done-at") ?? new Date().toISOString();
  if (response.ok && answer.ok !== false) return { kind: "sent", answer, doneAt };
  if (response.ok) {
    const failure = answer as unknown as NonNullable<Refusal["failure"]>;
    return { kind: "refused", refusal: { code: failure.problem, detail: "", failure } };
  }
  const code = String(answer.code ?? "internal");
  if (status === 401 || (status === 404 && code === "not_found")) return unsent("session");
  if (status === 429) return unsent("busy", Number(headers.get("retry-after")) * 1_000 || 1_000);
  if (status === 500) return unsent("failed");
  if (status === 408 || status >= 500) return unsent("network");
  return { kind: "refused", refusal: { code, detail: String(answer.detail ?? "") } };
}
