import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CHOSEN_PARTS } from "#app/accounts/preferences/time-preferences";
import { timeTexts } from "#app/i18n/card-texts";
import { clockLabel, type DateContext, dayName } from "#app/i18n/dates";
import { Button } from "#app/ui/controls/Button";
import { SelectField } from "#app/ui/controls/SelectField";
import { TimeSelect } from "#app/ui/dates/TimeSelect";
import { Card } from "#app/ui/display/Card";
import { Problem } from "#app/ui/feedback/Problem";
import type { ProfileAccount } from "./read-profile.server";
import { useProfileForm } from "./use-profile-form";

/** 2 November 2026 was a Monday. */
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, date: `2026-11-0${day + 1}` }));

/** Time zone, first day of the week, 12 or 24 hours, and the hours that parts of the day mean. */
export function TimeCard({ account, dates }: { account: ProfileAccount; dates: DateContext }) {
  const { t } = useTranslation();
  const form = useProfileForm("time");
  const { time } = account;
  const words = timeTexts[dates.language];
  const problem = ["zone", "firstWeekday", "clock", ...CHOSEN_PARTS]
    .map((field) => form.error(field as "zone"))
    .find(Boolean);
  return (
    <Card title={words.title}>
      <Form method="post" className="flex flex-col gap-4">
        {(form.detail ?? problem) && <Problem>{form.detail ?? problem}</Problem>}
        <SelectField
          label={t("profile.timeZone")}
          name="zone"
          defaultValue={time.zoneChosen ? account.timeZone : ""}
          hint={words.zoneHint}
        >
          <option value="">
            {time.zoneChosen ? words.zoneFollow : `${words.zoneSeen} ${account.timeZone}`}
          </option>
          {account.timeZones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </SelectField>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={words.week}
            name="firstWeekday"
            defaultValue={time.firstWeekday ?? ""}
          >
            <option value="">{words.usual}</option>
            {weekdays.map(({ day, date }) => (
              <option key={day} value={day}>
                {dayName(date, { weekday: "long" }, dates)}
              </option>
            ))}
          </SelectField>
          <SelectField label={words.clock} name="clock" defaultValue={time.clockHours ?? ""}>
            <option value="">{words.usual}</option>
            {([12, 24] as const).map((clock) => (
              <option key={clock} value={clock}>
                {clockLabel("17:00", { ...dates, clock })}
              </option>
            ))}
          </SelectField>
        </div>
        <fieldset className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <legend className="dense mb-2 font-medium">{words.parts}</legend>
          {CHOSEN_PARTS.map((part) => (
            <TimeSelect
              key={part}
              label={words[part]}
              name={part}
              dates={dates}
              defaultValue={time.parts[part]}
            />
          ))}
        </fieldset>
        <Button
          name="intent"
          value="time"
          aria-disabled={form.busy || undefined}
          className="self-start"
        >
          {words.save}
        </Button>
      </Form>
    </Card>
  );
}
