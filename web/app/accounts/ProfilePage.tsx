import { useTranslation } from "react-i18next";
import { useDates } from "#app/i18n/use-format";
import { AccountInfoCard } from "./AccountInfoCard";
import { DataCard } from "./DataCard";
import { PasswordCard } from "./PasswordCard";
import { ProfileInfoCard } from "./ProfileInfoCard";
import type { ProfileAccount } from "./read-profile.server";
import { type Statistics, StatisticsCard } from "./StatisticsCard";

/** Five cards in two columns; what is dangerous last and alone. */
export function ProfilePage({
  account,
  statistics,
  now,
}: {
  account: ProfileAccount;
  statistics: Statistics;
  now: string;
}) {
  const { t } = useTranslation();
  const dates = useDates(account.timeZone, now);
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <h1 className="display size-title pt-8 pb-6 md:pt-12 md:pb-8">{t("profile.title")}</h1>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-12">
          <ProfileInfoCard account={account} />
          <PasswordCard email={account.email} hasPassword={account.hasPassword} />
        </div>
        <div className="flex min-w-0 flex-col gap-12">
          <AccountInfoCard account={account} dates={dates} />
          <StatisticsCard statistics={statistics} dates={dates} />
        </div>
      </div>
      <DataCard hasPassword={account.hasPassword} />
    </main>
  );
}
