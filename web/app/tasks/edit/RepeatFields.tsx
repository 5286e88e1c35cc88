import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayLabel } from "#app/i18n/dates";
import { RECURRENCE_FROM } from "#app/tasks/task/task";
import { InlineSelect } from "#app/ui/controls/InlineField";
import type { Draft, DraftField } from "./task-draft";

/** What only a repetition has: what it is counted from, its zone, and the days that it leaves out. */
export function RepeatFields({
  draft,
  set,
  timeZone,
  dates,
}: {
  draft: Draft;
  set(field: DraftField, value: string): void;
  /** The person's zone: that of a repetition which has none yet. */
  timeZone: string;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  return (
    <>
      <InlineSelect
        label={t("list.field.recurrenceFrom")}
        name="recurrenceFrom"
        value={draft.recurrenceFrom}
        onChange={({ target }) => set("recurrenceFrom", target.value)}
      >
        {RECURRENCE_FROM.map((from) => (
          <option key={from} value={from}>
            {t(`list.countedFrom.${from}`)}
          </option>
        ))}
      </InlineSelect>
      {draft.time && (
        <ZoneField
          zone={draft.timeZone}
          timeZone={timeZone}
          onZone={(zone) => set("timeZone", zone)}
        />
      )}
      <DaysLeftOut
        days={draft.recurrenceExcept.split(",").filter(Boolean)}
        dates={dates}
        onDays={(days) => set("recurrenceExcept", days)}
      />
    </>
  );
}

/** The zone whose clock the repetition goes by. All zones are there once the page has its script. */
function ZoneField({
  zone,
  timeZone,
  onZone,
}: {
  zone: string;
  timeZone: string;
  onZone(zone: string): void;
}) {
  const { t } = useTranslation();
  const [zones, setZones] = useState<readonly string[]>([]);
  useEffect(() => setZones(Intl.supportedValuesOf("timeZone")), []);
  const own = zone || timeZone;
  return (
    <InlineSelect
      label={t("list.field.timeZone")}
      name="timeZone"
      value={zone}
      onChange={({ target }) => onZone(target.value)}
      className="col-span-2"
    >
      <option value={zone}>{own.replaceAll("_", " ")}</option>
      {zones
        .filter((name) => name !== own)
        .map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("_", " ")}
          </option>
        ))}
    </InlineSelect>
  );
}

/** The days that are left out, each with a button that takes it back; without script it saves too. */
function DaysLeftOut({
  days,
  dates,
  onDays,
}: {
  days: readonly string[];
  dates: DateContext;
  onDays(days: string): void;
}) {
  const { t } = useTranslation();
  return (
    <div className="col-span-2">
      <input type="hidden" name="recurrenceExcept" value={days.join()} />
      {days.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="note text-quiet">{t("list.field.recurrenceExcept")}</legend>
          <ul className="flex flex-wrap gap-x-4">
            {days.map((day) => {
              const label = dayLabel(day, dates);
              return (
                <li key={day} className="dense figures inline-flex items-center">
                  {label}
                  <button
                    type="submit"
                    name="recurrenceExcept"
                    value={days.filter((other) => other !== day).join()}
                    aria-label={t("list.repeat.takeBack", { day: label })}
                    title={t("list.repeat.takeBack", { day: label })}
                    onClick={(event) => {
                      event.preventDefault();
                      onDays(event.currentTarget.value);
                    }}
                    className="inline-flex size-11 items-center justify-center text-quiet pointer:hover:text-ink"
                  >
                    <X aria-hidden="true" size={14} strokeWidth={1.5} />
                  </button>
                </li>
              );
            })}
          </ul>
        </fieldset>
      )}
    </div>
  );
}
