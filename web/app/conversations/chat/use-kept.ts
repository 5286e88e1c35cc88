import { useContext, useEffect, useMemo, useRef } from "react";
import { type KeptMessage, KeptMessagesContext } from "./kept-messages";

/**
 * The messages of a conversation that wait on this device. Once one is sent, the conversation is
 * loaded, or opened where the message began it.
 *
 * @param conversationId null for a new conversation
 */
export function useKept(
  conversationId: number | null,
  refresh: () => void,
  onCreated: (conversationId: number) => void,
): readonly KeptMessage[] {
  const { waiting, sent } = useContext(KeptMessagesContext);
  const kept = useMemo(
    () => waiting.filter((message) => message.conversationId === conversationId),
    [waiting, conversationId],
  );
  const before = useRef(kept);
  useEffect(() => {
    const gone = before.current.filter(({ key }) => kept.every((message) => message.key !== key));
    before.current = kept;
    const numbers = gone.map(({ key }) => sent.get(key)).filter((number) => number !== undefined);
    const [number] = numbers;
    if (number === undefined) return;
    if (conversationId === null) onCreated(number);
    else if (numbers.includes(conversationId)) refresh();
  }, [kept, sent, conversationId, refresh, onCreated]);
  return kept;
}
