import { Check, Copy, Pencil } from "lucide-react";
import { type KeyboardEvent, memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MessageFiles } from "#app/conversations/attachments/MessageFiles";
import {
  filesOf,
  MESSAGE_MAX,
  type MessagePart,
  textOf,
} from "#app/conversations/messages/message";
import { textLanguage } from "#app/conversations/messages/text-language";
import { Button } from "#app/ui/controls/Button";
import { useCopy } from "#app/ui/controls/use-copy";
import { MessageAction, MessageActions } from "./MessageActions";

/** A message of the person, which they can edit and send again. */
export const PersonMessage = memo(function PersonMessage({
  id,
  parts,
  queued,
  onResend,
}: {
  id: string | null;
  parts: MessagePart[];
  /** Waits for an earlier run. */
  queued: boolean;
  /** Sends an edited message in place of this one; absent while it cannot be edited. */
  onResend?: (id: string, text: string) => void;
}) {
  const { t } = useTranslation();
  const text = textOf(parts);
  const [editing, setEditing] = useState(false);
  const { copied, copy } = useCopy();
  const pencil = useRef<HTMLButtonElement>(null);

  if (editing && id !== null && onResend) {
    return (
      <EditMessage
        text={text}
        onCancel={() => {
          setEditing(false);
          requestAnimationFrame(() => pencil.current?.focus());
        }}
        onSend={(next) => {
          setEditing(false);
          onResend(id, next);
        }}
      />
    );
  }
  return (
    <div className="group/message flex flex-col items-end gap-2 ps-8 roomy:ps-16">
      <span className="sr-only">{t("chat.you")}: </span>
      {text && (
        <div lang={textLanguage(text)} className="max-w-[52ch] border bg-raised px-4 py-2">
          <p className="prose own-words whitespace-pre-wrap">{text}</p>
        </div>
      )}
      <MessageFiles files={filesOf(parts)} />
      {queued && <p className="note pt-2 text-quiet">{t("chat.queued")}</p>}
      <MessageActions>
        <MessageAction
          label={t(copied ? "chatBox.copied" : "chatBox.copy")}
          Icon={copied ? Check : Copy}
          onClick={() => copy(text)}
        />
        {id !== null && onResend && (
          <MessageAction
            ref={pencil}
            label={t("chatBox.edit")}
            Icon={Pencil}
            onClick={() => setEditing(true)}
          />
        )}
      </MessageActions>
    </div>
  );
});

function EditMessage({
  text,
  onSend,
  onCancel,
}: {
  text: string;
  onSend: (text: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [next, setNext] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, [text]);

  const send = () => next.trim() && onSend(next.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      // Must not close the dialog around it.
      event.preventDefault();
      onCancel();
    } else if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="flex flex-col gap-2 border border-edge bg-raised p-3 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text"
    >
      <textarea
        ref={field}
        rows={2}
        value={next}
        onChange={(event) => setNext(event.target.value)}
        onKeyDown={onKeyDown}
        maxLength={MESSAGE_MAX}
        dir="auto"
        aria-label={t("chatBox.edit")}
        aria-describedby="edit-hint"
        className="grow-6 body w-full resize-none bg-transparent outline-none"
      />
      <p id="edit-hint" className="dense text-quiet">
        {t("chatBox.editHint")}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" aria-disabled={!next.trim() || undefined}>
          {t("chat.send")}
        </Button>
        <Button type="button" variant="quiet" onClick={onCancel}>
          {t("ui.cancel")}
        </Button>
      </div>
    </form>
  );
}
