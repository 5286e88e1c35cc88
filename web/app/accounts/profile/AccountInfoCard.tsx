import { useTranslation } from "react-i18next";
import { type DateContext, dayIn, dayLabel } from "#app/i18n/dates";
import { Card } from "#app/ui/display/Card";
import type { ProfileAccount } from "./read-profile.server";
import { SessionList } from "./SessionList";

/** Account age, and the active sessions, each of which can be ended. */
export function AccountInfoCard({
  account,
  dates,
}: {
  account: ProfileAccount;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const since = dayIn(account.timeZone, new Date(account.memberSince));
  return (
    <Card title={t("profile.account")}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="note self-center text-quiet">{t("profile.memberSince")}</dt>
        <dd>{dayLabel(since, dates)}</dd>
      </dl>
      <div className="flex flex-col gap-6">
        <h3 className="note -mb-4 text-quiet">{t("profile.sessions")}</h3>
        <SessionList sessions={account.sessions} dates={dates} />
      </div>
    </Card>
  );
}
