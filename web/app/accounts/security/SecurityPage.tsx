import { useTranslation } from "react-i18next";
import { SessionList } from "#app/accounts/profile/SessionList";
import { addTexts } from "#app/i18n/add-texts";
import { securityTexts } from "#app/i18n/security-texts";
import { useDates } from "#app/i18n/use-format";
import { Card } from "#app/ui/display/Card";
import { PageBelow } from "#app/ui/display/PageBelow";
import { EventList } from "./EventList";
import { PasskeysCard } from "./passkeys/PasskeysCard";
import type { SecurityPageData } from "./read-security-page.server";
import { SecondFactorCard } from "./second-factor/SecondFactorCard";
import type { SecurityResult } from "./security-form";

/** The security page: the second factor, passkeys, sessions, and what happened. */
export function SecurityPage({
  data,
  result,
}: {
  data: SecurityPageData;
  result?: SecurityResult;
}) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, securityTexts);
  const dates = useDates(data.timeZone, data.now);
  return (
    <PageBelow backTo="/profile" back={t("security.back")} title={t("security.title")}>
      <div className="flex min-w-0 flex-col gap-12">
        <SecondFactorCard
          hasPassword={data.hasPassword}
          codesLeft={data.recoveryCodesLeft}
          result={result}
        />
        <PasskeysCard passkeys={data.passkeys} hasPassword={data.hasPassword} dates={dates} />
      </div>
      <div className="flex min-w-0 flex-col gap-12">
        <Card title={t("security.sessions")}>
          <SessionList sessions={data.sessions} dates={dates} />
        </Card>
        <EventList history={data.history} dates={dates} />
      </div>
    </PageBelow>
  );
}
