import { Link, useNavigate } from "@remix-run/react";
import { Plus, Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { deleteConversation, renameConversation } from "#app/conversations/chat/chat-client";
import { saveDraft, saveOpenConversation } from "#app/conversations/chat/device-storage";
import { ConfirmDialog } from "#app/ui/overlays/ConfirmDialog";
import { classNames } from "#app/ui/styles/class-names";
import { ConversationRow, type ListedConversation } from "./ConversationRow";
import { useConversationSearch } from "./use-conversation-search";

/** A person's conversations, the most recent first, with search, rename and delete. */
export function ConversationList({
  conversations,
  current,
  label,
  onChanged,
  onOpen,
}: {
  conversations: ListedConversation[];
  current: number | null;
  label: string;
  /** Called after a change; reloads the list. */
  onChanged: () => void;
  /** Called when a conversation is opened. */
  onOpen: () => void;
}) {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useState("");
  const { found, searchAgain } = useConversationSearch(search, i18n.language);
  const [deleting, setDeleting] = useState<ListedConversation | null>(null);
  const [failed, setFailed] = useState(false);
  const navigate = useNavigate();
  const shown = found ?? conversations;

  const applyChange = async (change: Promise<unknown>) => {
    try {
      await change;
      setFailed(false);
      onChanged();
      searchAgain();
    } catch {
      setFailed(true);
    }
  };
  const remove = async ({ id }: ListedConversation) => {
    await applyChange(deleteConversation(id, i18n.language));
    saveDraft(id, "");
    if (id !== current) return;
    saveOpenConversation(null);
    navigate("/chatbot?c=new", { replace: true });
  };

  return (
    <nav aria-label={label} className="flex flex-col gap-px p-2 xl:px-5">
      <Link
        to="/chatbot?c=new"
        onClick={() => {
          saveOpenConversation(null);
          onOpen();
        }}
        className={classNames(
          "dense flex min-h-11 items-center gap-2 rounded-control px-3 pointer:hover:bg-hairline",
          current === null && "font-medium",
        )}
        aria-current={current === null ? "page" : undefined}
      >
        <Plus aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />
        {t("chat.newConversation")}
      </Link>
      {conversations.length > 0 && (
        <label className="mx-1 my-2 flex items-center gap-2 border-b border-edge px-2 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text">
          <Search aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-quiet" />
          <span className="sr-only">{t("chat.search")}</span>
          <input
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            placeholder={t("chat.search")}
            maxLength={200}
            dir="auto"
            className="dense min-h-11 w-full min-w-0 bg-transparent outline-none"
          />
        </label>
      )}
      {failed && <p className="dense px-3 text-danger">{t("errors.offline")}</p>}
      <p role="status" className="dense px-3 text-quiet">
        {found?.length === 0 && t("chat.noneFound")}
      </p>
      <ul className="flex flex-col gap-px">
        {shown.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            current={conversation.id === current}
            onOpen={onOpen}
            onRename={(title) =>
              applyChange(renameConversation(conversation.id, title, i18n.language))
            }
            onDelete={() => setDeleting(conversation)}
          />
        ))}
      </ul>
      {deleting && (
        <ConfirmDialog
          title={t("chat.deleteTitle")}
          confirm={t("chat.deleteYes")}
          onConfirm={() => remove(deleting)}
          onClose={() => setDeleting(null)}
        >
          <bdi className="block font-medium text-ink">{deleting.title || t("chat.untitled")}</bdi>
          {t("chat.deleteHint")}
        </ConfirmDialog>
      )}
    </nav>
  );
}
