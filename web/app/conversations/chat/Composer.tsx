import { ArrowUp, Mic, Paperclip, Square } from "lucide-react";
import {
  type DragEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { IMAGE_TYPES } from "#app/attachments/attachment";
import { PendingFiles } from "#app/conversations/attachments/PendingFiles";
import type { Attachments } from "#app/conversations/attachments/use-attachments";
import { MESSAGE_MAX } from "#app/conversations/messages/message";
import { classNames } from "#app/ui/styles/class-names";
import { useVoice } from "./use-voice";

const round = "inline-flex size-11 shrink-0 items-center justify-center rounded-control";

/** A hint for the file dialog; the server detects the type by content. */
const ACCEPTED = `${IMAGE_TYPES.join()},text/*,.md,.csv,.json,.log`;

/** The message field: grows to six lines, sends with Enter, takes files and dictation. */
export function Composer({
  field,
  text,
  onText,
  attachments,
  onSend,
  onStop,
  accepting,
  stoppable,
}: {
  field: RefObject<HTMLTextAreaElement>;
  text: string;
  onText: (text: string) => void;
  attachments: Attachments;
  onSend: () => void;
  onStop: () => void;
  /** False while a message can neither be sent nor queued. */
  accepting: boolean;
  stoppable: boolean;
}) {
  const { t, i18n } = useTranslation();
  const hintId = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [draggedOver, setDraggedOver] = useState(false);
  const textBefore = useRef("");
  const voice = useVoice(i18n.language, (dictated) =>
    onText([textBefore.current, dictated].filter(Boolean).join(" ").slice(0, MESSAGE_MAX)),
  );

  // For browsers without `field-sizing`.
  useEffect(() => {
    const area = field.current;
    if (!area || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = text ? `${area.scrollHeight}px` : "";
  }, [text, field]);

  const send = () => {
    if (!accepting) return;
    voice.stop();
    onSend();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also confirms an input method's composition.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const toggleVoice = () => {
    if (voice.listening) return voice.stop();
    textBefore.current = text.trim();
    voice.start();
  };

  const drag = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setDraggedOver(true);
    },
    onDragLeave: () => setDraggedOver(false),
    onDrop(event: DragEvent) {
      setDraggedOver(false);
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      attachments.add(event.dataTransfer.files);
    },
  };

  const ready =
    (text.trim() !== "" || attachments.hasUploaded) && accepting && !attachments.uploading;
  const placeholder = draggedOver
    ? "chatBox.attach.drop"
    : voice.listening
      ? "chatBox.voice.listening"
      : "chat.placeholder";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      {...drag}
      className="border-t bg-page pb-[env(safe-area-inset-bottom)]"
    >
      <div className="px-4 py-3 roomy:px-8">
        {voice.failed && (
          <p role="status" className="dense mx-auto max-w-[68ch] pb-2 text-danger">
            {t("chatBox.voice.failed")}
          </p>
        )}
        <PendingFiles {...attachments} />
        <div
          className={classNames(
            "mx-auto flex max-w-[68ch] items-end gap-1 rounded-control border border-edge bg-raised p-1 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text",
            draggedOver && "outline-2 outline-offset-2 outline-accent-text",
          )}
        >
          <button
            type="button"
            onClick={() => chooser.current?.click()}
            aria-label={t("chatBox.attach.add")}
            title={t("chatBox.attach.add")}
            className={classNames(round, "text-quiet pointer:hover:text-ink")}
          >
            <Paperclip aria-hidden="true" size={20} strokeWidth={1.5} />
          </button>
          <input
            ref={chooser}
            type="file"
            multiple
            accept={ACCEPTED}
            onChange={(event) => {
              attachments.add(event.target.files ?? []);
              // Without this, choosing the same file again fires no event.
              event.target.value = "";
              field.current?.focus();
            }}
            hidden
          />
          <textarea
            ref={field}
            rows={1}
            value={text}
            onChange={(event) => onText(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={(event) => {
              if (event.clipboardData.files.length === 0) return;
              event.preventDefault();
              attachments.add(event.clipboardData.files);
            }}
            maxLength={MESSAGE_MAX}
            dir="auto"
            enterKeyHint="send"
            aria-label={t("chat.message")}
            aria-describedby={hintId}
            placeholder={t(placeholder)}
            className="grow-6 body w-full min-w-0 resize-none bg-transparent px-1 py-2 outline-none"
          />
          <span id={hintId} className="sr-only">
            {t("chat.keys")}
          </span>
          {voice.available && (
            <button
              type="button"
              onClick={toggleVoice}
              aria-pressed={voice.listening}
              aria-label={t("chatBox.voice.speak")}
              title={t(voice.listening ? "chatBox.voice.stop" : "chatBox.voice.speak")}
              className={classNames(
                round,
                voice.listening ? "bg-ink text-page" : "text-quiet pointer:hover:text-ink",
              )}
            >
              <Mic aria-hidden="true" size={20} strokeWidth={1.5} />
            </button>
          )}
          {stoppable && (
            <button
              type="button"
              onClick={onStop}
              aria-label={t("chat.stop")}
              title={t("chat.stop")}
              className={classNames(round, "border border-edge text-ink")}
            >
              <Square aria-hidden="true" size={16} strokeWidth={1.5} className="fill-current" />
            </button>
          )}
          {(!stoppable || ready) && (
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
      </div>
    </form>
  );
}
