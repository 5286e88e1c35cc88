import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { TokensCard } from "#app/accounts/tokens/TokensCard";
import { addTexts } from "#app/i18n/add-texts";
import { appTexts } from "#app/i18n/app-texts";
import { useDates } from "#app/i18n/use-format";
import { AppsCard } from "./AppsCard";
import type { AccessResult } from "./access-form";
import type { AccessPageData } from "./read-access-page.server";

/** The page of connected apps and access tokens. */
export function AccessPage({ data, result }: { data: AccessPageData; result?: AccessResult }) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, appTexts);
  const dates = useDates(data.timeZone, data.now);
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <div className="pt-6 pb-6 md:pt-10 md:pb-8">
        <Link
          to="/profile"
          className="note inline-flex min-h-11 items-center gap-2 text-quiet pointer:hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" size={16} strokeWidth={1.5} className="rtl:-scale-x-100" />
          {t("apps.back")}
        </Link>
        <h1 className="display size-title">{t("apps.title")}</h1>
      </div>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        <AppsCard apps={data.apps} address={data.mcp} dates={dates} />
        <TokensCard
          tokens={data.tokens}
          hasPassword={data.hasPassword}
          dates={dates}
          result={result}
        />
      </div>
    </main>
  );
}
