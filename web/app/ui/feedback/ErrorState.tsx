import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/controls/Button";

/** A part of a page that failed to load: what happened, what is safe, and a retry button. */
export function ErrorState({
  title,
  safe,
  onRetry,
}: {
  title: string;
  /** What has not been lost. */
  safe: string;
  onRetry(): void;
}) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="flex flex-col items-start gap-3 py-12">
      <p className="inline-flex items-center gap-2 font-medium text-danger">
        <CircleAlert aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0" />
        {title}
      </p>
      <p className="text-quiet">{safe}</p>
      <Button type="button" onClick={onRetry} className="mt-3">
        {t("ui.retry")}
      </Button>
    </div>
  );
}
