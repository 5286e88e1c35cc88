import { Link, useNavigate } from "@remix-run/react";
import { Plus, Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "#app/ui/ConfirmDialog";
import { classNames } from "#app/ui/class-names";
import { ConversationRow, type ListedConversation } from "./ConversationRow";
import { deleteConversation, renameConversation } from "./chat-client";
import { keepDraft, keepOpenConversation } from "./device-memory";
import { useFoundConversations } from "./use-found-conversations";

/** A person's conversations, the last one spoken in first: to find, to rename, to delete. */
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
  /** Loads the list again. */
  onChanged: () => void;
  /** One was chosen. */
  onOpen: () => void;
}) {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useState("");
  const { found, again } = useFoundConversations(search, i18n.language);
  const [leaving, setLeaving] = useState<ListedConversation | null>(null);
  const [failed, setFailed] = useState(false);
  const navigate = useNavigate();
  const shown = found ?? conversations;

  const act = async (change: Promise<unknown>) => {
    try {
      await change;
      setFailed(false);
      onChanged();
      again();
    } catch {
      setFailed(true);
    }
  };
  const remove = async ({ id }: ListedConversation) => {
    await act(deleteConversation(id, i18n.language));
    keepDraft(id, "");
    if (id !== current) return;
    keepOpenConversation(null);
    navigate("/chatbot?c=new", { replace: true });
  };

  return (
    <nav aria-label={label} className="flex flex-col gap-px p-2 xl:px-5">
      <Link
        to="/chatbot?c=new"
        onClick={() => {
          keepOpenConversation(null);
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
            onRename={(title) => act(renameConversation(conversation.id, title, i18n.language))}
            onDelete={() => setLeaving(conversation)}
          />
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={t("chat.deleteTitle")}
          confirm={t("chat.deleteYes")}
          onConfirm={() => remove(leaving)}
          onClose={() => setLeaving(null)}
        >
          <bdi className="block font-medium text-ink">{leaving.title || t("chat.untitled")}</bdi>
          {t("chat.deleteHint")}
        </ConfirmDialog>
      )}
    </nav>
  );
}
