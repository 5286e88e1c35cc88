/**
 * What this device keeps of conversations: the one that is open, in a cookie that the server reads
 * too, and what was written and not sent. Storage can be full, or refused: then nothing is kept.
 */
const COOKIE = "karlo.conversation";
const DRAFT = "karlo.draft.";
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** Number of the conversation that is open on a device, from its cookies; null for none. */
export function openConversation(cookies: string | null): number | null {
  const [, number] = /(?:^|;\s*)karlo\.conversation=(\d{1,10})(?:;|$)/.exec(cookies ?? "") ?? [];
  const id = Number(number);
  return id >= 1 && id < 2 ** 31 ? id : null;
}

/** Keeps which conversation is open; null is a new one. */
export function keepOpenConversation(id: number | null): void {
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser of ours has the Cookie Store API
  document.cookie = `${COOKIE}=${id ?? ""}; path=/; samesite=lax; max-age=${id === null ? 0 : THIRTY_DAYS}`;
}

/** What was written in a conversation and not sent; null is a new one. */
export function readDraft(conversation: number | null): string {
  try {
    return localStorage.getItem(DRAFT + (conversation ?? "new")) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(conversation: number | null, text: string): void {
  try {
    const key = DRAFT + (conversation ?? "new");
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // Then it lives as long as the page.
  }
}

/** Leaves nothing of a person on a device that they signed out of. */
export function forgetConversations(): void {
  keepOpenConversation(null);
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(DRAFT)) localStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept either.
  }
}
