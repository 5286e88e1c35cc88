import { useTranslation } from "react-i18next";

/** A link-like button that says "try again". */
export function RetryButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-11 font-medium text-ink underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
    >
      {t("chat.retry")}
    </button>
  );
}
