import { SignalHigh, SignalLow, SignalMedium } from "lucide-react";
import { useId, useState } from "react";
import type { DesignTexts } from "#app/i18n/design";
import { useDates } from "#app/i18n/use-format";
import { Card } from "../Card";
import { Checkbox } from "../Checkbox";
import { DatePicker } from "../DatePicker";
import { TextField } from "../Field";
import { InlineField, InlineSelect } from "../InlineField";
import { Segmented } from "../Segmented";
import { SelectField } from "../SelectField";
import { Switch } from "../Switch";
import { TextArea } from "../TextArea";

type Words = { words: DesignTexts };

const levels = ["low", "medium", "high"] as const;
const icons = { low: SignalLow, medium: SignalMedium, high: SignalHigh };

/** What is written into. */
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

/** The day on which the samples are looked at: it does not move. */
const NOW = "2026-11-21T09:00:00Z";

/** What is chosen. */
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
