import { Link } from "@remix-run/react";
import { Pencil, Trash2 } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { TITLE_MAX } from "#app/conversations/messages/message";
import { classNames } from "#app/ui/styles/class-names";

/** The part of a conversation that the list shows. */
export interface ListedConversation {
  id: number;
  title: string;
}

const actionClass =
  "inline-flex size-9 shrink-0 items-center justify-center text-quiet max-md:size-11 pointer:hover:text-ink";

/** One conversation of the list. With a mouse, its actions show on hover and focus. */
export function ConversationRow({
  conversation: { id, title },
  current,
  onOpen,
  onRename,
  onDelete,
}: {
  conversation: ListedConversation;
  current: boolean;
  onOpen: () => void;
  onRename: (title: string) => void;
  onDelete: () => void;
}) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const name = title || t("chat.untitled");

  if (renaming) {
    const finish = (next: string) => {
      setRenaming(false);
      if (next.trim() && next.trim() !== title) onRename(next.trim());
    };
    return (
      <li>
        <form
          onSubmit={(event: FormEvent<HTMLFormElement>) => {
            event.preventDefault();
            finish(String(new FormData(event.currentTarget).get("title") ?? ""));
          }}
        >
          <input
            name="title"
            // biome-ignore lint/a11y/noAutofocus: it replaces the pressed button
            autoFocus
            defaultValue={title}
            maxLength={TITLE_MAX}
            dir="auto"
            autoComplete="off"
            aria-label={t("chat.rename", { title: name })}
            onFocus={(event) => event.target.select()}
            onBlur={(event) => finish(event.target.value)}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key !== "Escape") return;
              event.preventDefault();
              setRenaming(false);
            }}
            className="dense min-h-11 w-full border border-edge bg-raised px-3"
          />
        </form>
      </li>
    );
  }
  return (
    <li className="group/row flex items-center rounded-control pointer:hover:bg-hairline">
      <Link
        to={`/chatbot?c=${id}`}
        onClick={onOpen}
        aria-current={current ? "page" : undefined}
        className={classNames(
          "dense flex min-h-11 min-w-0 flex-1 items-center px-3",
          current ? "font-medium text-ink" : "text-quiet pointer:hover:text-ink",
        )}
      >
        <bdi className="min-w-0 truncate">{name}</bdi>
      </Link>
      <span className="flex pointer:not-group-hover/row:not-group-focus-within/row:w-0 pointer:not-group-hover/row:not-group-focus-within/row:overflow-hidden">
        <button
          type="button"
          onClick={() => setRenaming(true)}
          aria-label={t("chat.rename", { title: name })}
          title={t("chat.rename", { title: name })}
          className={actionClass}
        >
          <Pencil aria-hidden="true" size={16} strokeWidth={1.5} />
        </button>
        <button
          type="button"
          onClick={onDelete}
          aria-label={t("chat.delete", { title: name })}
          title={t("chat.delete", { title: name })}
          className={classNames(actionClass, "pointer:hover:text-danger")}
        >
          <Trash2 aria-hidden="true" size={16} strokeWidth={1.5} />
        </button>
      </span>
    </li>
  );
}
