import { CalendarDays, Plug, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { appTexts } from "#app/i18n/app-texts";
import { feedLink } from "#app/i18n/feed-texts";
import { securityTexts } from "#app/i18n/security-texts";
import { useDates, useDisplayLocale } from "#app/i18n/use-format";
import { LinkRow } from "#app/ui/display/LinkRow";
import { AccountInfoCard } from "./AccountInfoCard";
import { DataCard } from "./DataCard";
import { PasswordCard } from "./PasswordCard";
import { ProfileInfoCard } from "./ProfileInfoCard";
import type { ProfileAccount } from "./read-profile.server";
import { type Statistics, StatisticsCard } from "./StatisticsCard";
import { TimeCard } from "./TimeCard";

function SecurityLink() {
  const { t, i18n } = useTranslation();
  addTexts(i18n, securityTexts);
  return (
    <LinkRow
      to="/profile/security"
      icon={ShieldCheck}
      title={t("security.open")}
      hint={t("security.openHint")}
    />
  );
}

function CalendarsLink() {
  const { title, hint } = feedLink[useDisplayLocale().language];
  return <LinkRow to="/profile/calendars" icon={CalendarDays} title={title} hint={hint} />;
}

function AppsLink() {
  const { t, i18n } = useTranslation();
  addTexts(i18n, appTexts);
  return (
    <LinkRow to="/profile/apps" icon={Plug} title={t("apps.open")} hint={t("apps.openHint")} />
  );
}

/** The profile page: six cards in two columns, then data export and deletion. */
export function ProfilePage({
  account,
  statistics,
  now,
  device,
}: {
  account: ProfileAccount;
  statistics: Statistics;
  now: string;
  /** The card of what is kept on this device. */
  device: ReactNode;
}) {
  const { t } = useTranslation();
  const dates = useDates(account.timeZone, now);
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <h1 className="display size-title pt-8 pb-6 md:pt-12 md:pb-8">{t("profile.title")}</h1>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-12">
          <ProfileInfoCard account={account} />
          <TimeCard account={account} dates={dates} />
          <PasswordCard email={account.email} hasPassword={account.hasPassword} />
          <div>
            <SecurityLink />
            <CalendarsLink />
            <AppsLink />
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-12">
          <AccountInfoCard account={account} dates={dates} />
          <StatisticsCard statistics={statistics} dates={dates} />
          {device}
        </div>
      </div>
      <DataCard hasPassword={account.hasPassword} />
    </main>
  );
}
