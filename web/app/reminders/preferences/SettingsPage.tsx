import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { useReminderTexts } from "#app/i18n/reminder-page";
import { useDates } from "#app/i18n/use-format";
import { DevicesCard } from "./DevicesCard";
import { PreferencesForm } from "./PreferencesForm";
import type { SettingsPageData } from "./read-settings-page.server";
import type { SettingsResult } from "./submit-settings.server";

/** How a person is reminded: on which devices, when, and by what summaries. */
export function SettingsPage({
  data,
  result,
}: {
  data: SettingsPageData;
  result?: SettingsResult;
}) {
  const { text } = useReminderTexts();
  const dates = useDates(data.timeZone, data.now);
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <div className="pt-6 pb-6 md:pt-10 md:pb-8">
        <Link
          to="/reminders"
          className="note inline-flex min-h-11 items-center gap-2 text-quiet pointer:hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" size={16} strokeWidth={1.5} className="rtl:-scale-x-100" />
          {text.back}
        </Link>
        <h1 className="display size-title">{text.settings}</h1>
      </div>
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
        <DevicesCard publicKey={data.publicKey} devices={data.devices} dates={dates} />
        <PreferencesForm data={data} result={result} />
      </div>
    </main>
  );
}
