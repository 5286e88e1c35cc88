/**
 * A key for one submission, which a retry repeats so that it takes effect once. Not `randomUUID`:
 * pages have that on HTTPS only.
 */
export function newSubmission(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Keys of requests that got no answer, by what they asked. */
const unanswered = new Map<string, string>();

/**
 * Sends a request with a key. One that got no answer may have taken effect: the same request sent
 * again has the same key, and so takes effect once.
 *
 * @param request what makes two requests the same
 * @param isUnanswered whether an error leaves open what has happened
 */
export async function withSubmission<Result>(
  request: string,
  send: (key: string) => Promise<Result>,
  isUnanswered: (error: unknown) => boolean,
): Promise<Result> {
  const key = unanswered.get(request) ?? newSubmission();
  unanswered.delete(request);
  try {
    return await send(key);
  } catch (error) {
    if (isUnanswered(error)) unanswered.set(request, key);
    throw error;
  }
}
