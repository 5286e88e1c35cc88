import { useTranslation } from "react-i18next";
import { TokensCard } from "#app/accounts/tokens/TokensCard";
import { addTexts } from "#app/i18n/add-texts";
import { appTexts } from "#app/i18n/app-texts";
import { useDates } from "#app/i18n/use-format";
import { PageBelow } from "#app/ui/display/PageBelow";
import { AppsCard } from "./AppsCard";
import type { AccessResult } from "./access-form";
import type { AccessPageData } from "./read-access-page.server";

/** The page of connected apps and access tokens. */
export function AccessPage({ data, result }: { data: AccessPageData; result?: AccessResult }) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, appTexts);
  const dates = useDates(data.timeZone, data.now);
  return (
    <PageBelow backTo="/profile" back={t("apps.back")} title={t("apps.title")}>
      <AppsCard apps={data.apps} address={data.mcp} dates={dates} />
      <TokensCard
        tokens={data.tokens}
        hasPassword={data.hasPassword}
        dates={dates}
        result={result}
      />
    </PageBelow>
  );
}
