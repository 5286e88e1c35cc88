import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { SessionList } from "#app/accounts/profile/SessionList";
import { addTexts } from "#app/i18n/add-texts";
import { securityTexts } from "#app/i18n/security-texts";
import { useDates } from "#app/i18n/use-format";
import { Card } from "#app/ui/display/Card";
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
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <div className="pt-6 pb-6 md:pt-10 md:pb-8">
        <Link
          to="/profile"
          className="note inline-flex min-h-11 items-center gap-2 text-quiet pointer:hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" size={16} strokeWidth={1.5} className="rtl:-scale-x-100" />
          {t("security.back")}
        </Link>
        <h1 className="display size-title">{t("security.title")}</h1>
      </div>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
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
      </div>
    </main>
  );
}
