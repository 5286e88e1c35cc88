import { useReminderTexts } from "#app/i18n/reminder-page";
import { useDates } from "#app/i18n/use-format";
import { PageBelow } from "#app/ui/display/PageBelow";
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
    <PageBelow backTo="/reminders" back={text.back} title={text.settings}>
      <DevicesCard publicKey={data.publicKey} devices={data.devices} dates={dates} />
      <PreferencesForm data={data} result={result} />
    </PageBelow>
  );
}
