import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/controls/Button";

/** Starts Google sign-in; a plain form, because it navigates to another site. */
export function GoogleForm({ next }: { next: string }) {
  const { t } = useTranslation();
  return (
    <form method="post" action="/sign-in/google" className="mt-6 flex flex-col gap-6">
      <p className="note flex items-center gap-4 text-quiet before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
        {t("recovery.or")}
      </p>
      <input type="hidden" name="next" value={next} />
      <Button>{t("recovery.google")}</Button>
    </form>
  );
}
