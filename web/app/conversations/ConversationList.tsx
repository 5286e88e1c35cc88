import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classNames } from "#app/ui/class-names";

export interface ListedConversation {
  id: number;
  title: string;
}

/** A person's conversations, newest first. */
export function ConversationList({
  conversations,
  current,
  label,
}: {
  conversations: ListedConversation[];
  current: number | null;
  label: string;
}) {
  const { t } = useTranslation();
  const item =
    "dense flex min-h-11 items-center gap-2 rounded-control px-3 text-start pointer:hover:bg-hairline";
  return (
    <nav aria-label={label} className="flex flex-col gap-px p-2">
      <Link to="/chatbot" className={item} aria-current={current === null ? "page" : undefined}>
        <Plus aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />
        {t("chat.newConversation")}
      </Link>
      {conversations.length > 0 && (
        <p className="note px-3 pt-4 pb-1 text-quiet">{t("chat.conversations")}</p>
      )}
      {conversations.map(({ id, title }) => (
        <Link
          key={id}
          to={`/chatbot?c=${id}`}
          aria-current={id === current ? "page" : undefined}
          className={classNames(
            item,
            id === current ? "font-medium text-ink" : "text-quiet pointer:hover:text-ink",
          )}
        >
          <bdi className="min-w-0 truncate">{title || t("chat.untitled")}</bdi>
        </Link>
      ))}
    </nav>
  );
}
