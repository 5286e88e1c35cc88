import { SignalHigh, SignalLow, SignalMedium } from "lucide-react";
import { useId, useState } from "react";
import type { DesignTexts } from "#app/i18n/design";
import { useDates } from "#app/i18n/use-format";
import { Checkbox } from "#app/ui/controls/Checkbox";
import { InlineField, InlineSelect } from "#app/ui/controls/InlineField";
import { Segmented } from "#app/ui/controls/Segmented";
import { SelectField } from "#app/ui/controls/SelectField";
import { Switch } from "#app/ui/controls/Switch";
import { TextArea } from "#app/ui/controls/TextArea";
import { TextField } from "#app/ui/controls/TextField";
import { DatePicker } from "#app/ui/dates/DatePicker";
import { Card } from "#app/ui/display/Card";

type Words = { words: DesignTexts };

const levels = ["low", "medium", "high"] as const;
const icons = { low: SignalLow, medium: SignalMedium, high: SignalHigh };

/** Text inputs and selects. */
export function Fields({ words }: Words) {
  return (
    <Card title={words.fields}>
      <div className="flex flex-col gap-4">
        <TextField label={words.name} hint={words.nameHint} dir="auto" />
        <TextField
          label={words.email}
          error={words.emailWrong}
          dir="ltr"
          defaultValue="sana@example"
        />
        <TextArea label={words.notes} />
        <SelectField label={words.priority} defaultValue="medium">
          <Levels words={words} />
        </SelectField>
      </div>
      <div className="grid grid-cols-2 gap-4">
        <InlineField label={words.name} dir="auto" />
        <InlineSelect label={words.priority} defaultValue="medium">
          <Levels words={words} />
        </InlineSelect>
      </div>
    </Card>
  );
}

const Levels = ({ words }: Words) =>
  levels.map((level) => (
    <option key={level} value={level}>
      {words[level]}
    </option>
  ));

/** A fixed current time, so that screenshots do not change. */
const NOW = "2026-11-21T09:00:00Z";

/** Choice controls: segmented, date picker, checkbox, switch. */
export function Choices({ words }: Words) {
  const name = useId();
  const [date, setDate] = useState("2026-11-25");
  const [time, setTime] = useState("17:00");
  const dates = useDates("Asia/Karachi", NOW);
  return (
    <Card title={words.choices}>
      <Segmented
        legend={words.priority}
        name={name}
        defaultValue="medium"
        choices={levels.map((value) => ({ value, label: words[value], Icon: icons[value] }))}
      />
      <DatePicker
        label={words.date}
        name="date"
        timeName="time"
        date={date}
        time={time}
        onDate={setDate}
        onTime={setTime}
        choices={[
          { value: "2026-11-21", label: words.today },
          { value: "", label: words.never },
        ]}
        dates={dates}
      />
      <div className="flex flex-col">
        <Checkbox label={words.remember} defaultChecked />
        <Switch label={words.sound} defaultChecked />
      </div>
    </Card>
  );
}
