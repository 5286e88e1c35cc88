import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/ui/controls/Button";

/** New recovery codes, shown once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p role="status">{t("security.codesHint")}</p>
      <ol
        dir="ltr"
        className="grid grid-cols-1 gap-x-8 gap-y-2 border-y py-4 font-[family-name:var(--font-note)] text-[15px] leading-[26px] sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Link to="/profile/security" className={buttonClass("primary", "self-start")}>
        {t("security.codesDone")}
      </Link>
    </>
  );
}
