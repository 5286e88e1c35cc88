import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "#app/ui/class-names";
import { MESSAGE_MAX } from "./message";

const round = "inline-flex size-11 shrink-0 items-center justify-center rounded-control";

/** Grows to six lines, sends with Enter, breaks with Shift-Enter. */
export function Composer({
  text,
  onText,
  onSend,
  onStop,
  busy,
  stoppable,
}: {
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  onStop: () => void;
  busy: boolean;
  stoppable: boolean;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);

  // Where a field cannot size itself by its text, it is measured.
  useEffect(() => {
    const area = field.current;
    if (!area || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = text ? `${area.scrollHeight}px` : "";
  }, [text]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends a word that an input method is composing.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!busy) onSend();
  };

  const ready = text.trim() !== "" && !busy;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
      className="border-t bg-page px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-8"
    >
      <div className="mx-auto flex max-w-[68ch] items-end gap-2 rounded-control border border-edge bg-raised p-1 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text">
        <textarea
          ref={field}
          rows={1}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
          maxLength={MESSAGE_MAX}
          dir="auto"
          enterKeyHint="send"
          aria-label={t("chat.message")}
          aria-describedby="composer-keys"
          placeholder={t("chat.placeholder")}
          className="grow-6 body w-full resize-none bg-transparent px-3 py-2 outline-none"
        />
        <span id="composer-keys" className="sr-only">
          {t("chat.keys")}
        </span>
        {stoppable ? (
          <button
            type="button"
            onClick={onStop}
            aria-label={t("chat.stop")}
            title={t("chat.stop")}
            className={classNames(round, "border border-edge text-ink")}
          >
            <Square aria-hidden="true" size={16} strokeWidth={1.5} className="fill-current" />
          </button>
        ) : (
          <button
            type="submit"
            aria-label={t("chat.send")}
            title={t("chat.send")}
            aria-disabled={!ready || undefined}
            className={classNames(
              round,
              ready ? "bg-accent text-on-accent pointer:hover:bg-accent-strong" : "text-quiet",
            )}
          >
            <ArrowUp aria-hidden="true" size={20} strokeWidth={1.5} />
          </button>
        )}
      </div>
    </form>
  );
}
