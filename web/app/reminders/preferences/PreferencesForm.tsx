import { Form, Link, useNavigation } from "@remix-run/react";
import { useReminderTexts } from "#app/i18n/reminder-page";
import { SNOOZES } from "#app/i18n/reminder-texts";
import { useClock } from "#app/i18n/use-format";
import { Button } from "#app/ui/controls/Button";
import { SelectField } from "#app/ui/controls/SelectField";
import { Switch } from "#app/ui/controls/Switch";
import { TimeSelect } from "#app/ui/dates/TimeSelect";
import { Card } from "#app/ui/display/Card";
import { Problem } from "#app/ui/feedback/Problem";
import type { SettingsPageData } from "./read-settings-page.server";
import type { SettingsResult } from "./submit-settings.server";

const MOMENTS = ["0", "5", "15", "30", "60", "1440", ""] as const;

/** When a person is reminded, and by what summaries. */
export function PreferencesForm({
  data: { preferences, mails, confirmed, email },
  result,
}: {
  data: SettingsPageData;
  result?: SettingsResult;
}) {
  const { text, digits } = useReminderTexts();
  const clock = useClock();
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("intent") === "save";
  const { quiet_hours: quiet } = preferences;
  const minutes = String(preferences.moment_minutes ?? "");
  const invalid = (field: string) => result?.fields.some((name) => name.startsWith(field));
  return (
    <Form method="post" preventScrollReset noValidate className="flex min-w-0 flex-col gap-12">
      <Card title={text.when}>
        {result && !result.ok && <Problem>{text.invalid}</Problem>}
        <SelectField label={text.moment} name="moment" defaultValue={minutes}>
          {!(minutes in text.moments) && (
            <option value={minutes}>{text.before(text.minutes(digits(minutes)))}</option>
          )}
          {MOMENTS.map((value) => (
            <option key={value} value={value}>
              {digits(text.moments[value])}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-col gap-2">
          <Switch label={text.dayRings} name="day_rings" defaultChecked={preferences.day_rings} />
          <TimeSelect
            label={text.morning}
            name="morning"
            dates={clock}
            defaultValue={preferences.morning}
            error={invalid("morning") ? text.invalid : undefined}
            className="max-w-40"
          />
        </div>
        <div className="group flex flex-col gap-2">
          <Switch label={text.quiet} name="quiet" defaultChecked={quiet !== null} />
          <p className="dense text-quiet">{text.quietHint}</p>
          <div className="hidden grid-cols-2 gap-4 group-has-[[name=quiet]:checked]:grid">
            <TimeSelect
              label={text.from}
              name="quiet_from"
              dates={clock}
              defaultValue={quiet?.from ?? "22:00"}
            />
            <TimeSelect
              label={text.to}
              name="quiet_to"
              dates={clock}
              defaultValue={quiet?.to ?? "07:00"}
            />
          </div>
        </div>
        <SelectField label={text.snooze} name="snooze" defaultValue={preferences.snooze}>
          {SNOOZES.map((value) => (
            <option key={value} value={value}>
              {digits(text.snoozes[value])}
            </option>
          ))}
        </SelectField>
      </Card>
      <Card title={text.summaries}>
        <div className="flex flex-col">
          <Switch
            label={text.daily}
            name="daily_digest"
            defaultChecked={preferences.daily_digest}
          />
          <Switch
            label={text.weekly}
            name="weekly_review"
            defaultChecked={preferences.weekly_review}
          />
          <Switch
            label={text.mail}
            name="by_mail"
            defaultChecked={preferences.by_mail && mails && confirmed}
            disabled={!mails || !confirmed}
          />
          <p className="dense text-quiet [overflow-wrap:anywhere]">
            {mails ? text.mailHint(`\u2068${email}\u2069`) : text.noMail}
            {mails && !confirmed && (
              <>
                {" "}
                <Link to="/profile" className="underline">
                  {text.unconfirmed}
                </Link>
              </>
            )}
          </p>
        </div>
        <div className="flex items-center gap-4">
          <Button name="intent" value="save" aria-disabled={busy || undefined}>
            {text.save}
          </Button>
          <p role="status" className="text-done">
            {result?.ok && !busy ? text.saved : ""}
          </p>
        </div>
      </Card>
    </Form>
  );
}
