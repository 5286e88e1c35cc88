// What a device stores of conversations: the open one, in a cookie that the server also reads, and
// unsent drafts in local storage. Storage can be full or disabled: then nothing is stored.

const COOKIE = "karlo.conversation";
const DRAFT_PREFIX = "karlo.draft.";
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** Whether the person wants nothing to be kept on this device. */
const keepsNothing = (): boolean => document.documentElement.dataset.keep === "no";

/** Where drafts are: on a device where nothing is kept, they last as long as the window. */
const drafts = (): Storage => (keepsNothing() ? sessionStorage : localStorage);

/** Reads the number of the open conversation from a Cookie header; null for none. */
export function readOpenConversation(cookies: string | null): number | null {
  const [, number] = /(?:^|;\s*)karlo\.conversation=(\d{1,10})(?:;|$)/.exec(cookies ?? "") ?? [];
  const id = Number(number);
  return id >= 1 && id < 2 ** 31 ? id : null;
}

/** Stores which conversation is open; null for a new one. */
export function saveOpenConversation(id: number | null): void {
  const age = id === null ? "; max-age=0" : keepsNothing() ? "" : `; max-age=${THIRTY_DAYS}`;
  // biome-ignore lint/suspicious/noDocumentCookie: not every supported browser has the Cookie Store API
  document.cookie = `${COOKIE}=${id ?? ""}; path=/; samesite=lax${age}`;
}

/** Reads the unsent draft of a conversation; null is a new one. */
export function readDraft(conversation: number | null): string {
  try {
    return drafts().getItem(DRAFT_PREFIX + (conversation ?? "new")) ?? "";
  } catch {
    return "";
  }
}

/** Stores the unsent draft of a conversation; an empty one is deleted. */
export function saveDraft(conversation: number | null, text: string): void {
  try {
    const key = DRAFT_PREFIX + (conversation ?? "new");
    if (text) drafts().setItem(key, text);
    else drafts().removeItem(key);
  } catch {
    // The draft lasts as long as the page.
  }
}

/** Deletes everything stored of conversations, when the person signs out. */
export function forgetConversations(): void {
  saveOpenConversation(null);
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(DRAFT_PREFIX)) localStorage.removeItem(key);
    }
  } catch {
    // Without storage there is nothing to delete.
  }
}
