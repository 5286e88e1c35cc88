import { type ReactNode, useEffect, useMemo } from "react";
import {
  type KeptMessages as Kept,
  KeptMessagesContext,
  type MessageBody,
  setMessageKeeper,
} from "#app/conversations/chat/kept-messages";
import type { MessageOperation, Operation } from "./operation";
import { loadOutbox } from "./outbox";
import { outbox } from "./state";
import { useOutbox } from "./use-outbox";

/** Gives the chats of a page what keeps their messages, and those that wait. */
export function KeptMessages({ children }: { children: ReactNode }) {
  const { operations } = useOutbox();
  const kept = useMemo(() => keptOf(operations), [operations]);
  useEffect(() => {
    setMessageKeeper({ mustWait, keep });
    return () => setMessageKeeper(null);
  }, []);
  return <KeptMessagesContext.Provider value={kept}>{children}</KeptMessagesContext.Provider>;
}

const isMessage = (operation: Operation): operation is MessageOperation =>
  operation.kind === "message";

function keptOf(operations: readonly Operation[]): Kept {
  const messages = operations.filter(isMessage);
  const waiting = messages
    .filter(({ state }) => state !== "sent")
    .map(({ key, body }) => ({
      key,
      conversationId: body.conversation_id ?? null,
      text: body.message,
    }));
  const sent = messages.flatMap(({ key, answer }): [string, number][] =>
    answer ? [[key, answer.conversation_id]] : [],
  );
  return { waiting, sent: new Map(sent) };
}

/** Behind what waits already: an answer is of what was said before. */
const mustWait = (_: MessageBody): boolean =>
  outbox.get().operations.some(({ state, late }) => state === "waiting" && late);

async function keep(body: MessageBody, key: string): Promise<boolean> {
  const owner = outbox.owner();
  if (!owner) return false;
  try {
    const page = await loadOutbox();
    await page.keepMessage(owner, body, key);
    return true;
  } catch {
    return false;
  }
}
