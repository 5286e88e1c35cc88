import { createContext } from "react";

/** A message that waits on this device for a connection. */
export interface KeptMessage {
  key: string;
  /** Null: it begins a conversation. */
  conversationId: number | null;
  text: string;
}

/** The messages that wait, and the conversations of those that were sent from here. */
export interface KeptMessages {
  waiting: readonly KeptMessage[];
  /** Numbers of conversations by the keys of messages. */
  sent: ReadonlyMap<string, number>;
}

/** The messages of the person who is signed in that wait on this device. */
export const KeptMessagesContext = createContext<KeptMessages>({ waiting: [], sent: new Map() });

/** The body of a message, as the API takes it. */
export interface MessageBody {
  message: string;
  conversation_id?: number;
  replaces?: string;
  attachments?: string[];
  time_zone?: string;
}

/** What keeps messages until there is a connection. */
export interface MessageKeeper {
  /** Whether a message has to wait behind others of its conversation. */
  mustWait(body: MessageBody): boolean;
  /** Keeps a message; false where that cannot be. `key` is that of the request that failed. */
  keep(body: MessageBody, key: string): Promise<boolean>;
}

let keeper: MessageKeeper | null = null;

/** Gives the chat what keeps its messages. */
export function setMessageKeeper(next: MessageKeeper | null): void {
  keeper = next;
}

/** What keeps messages; null where nothing does. */
export const messageKeeper = (): MessageKeeper | null => keeper;
