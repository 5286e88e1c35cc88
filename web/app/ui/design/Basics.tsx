import { Calendar, Check, Clock, Settings, TriangleAlert } from "lucide-react";
import type { DesignTexts } from "#app/i18n/design";
import { Button, IconButton } from "#app/ui/controls/Button";
import { Badge } from "#app/ui/display/Badge";
import { Card } from "#app/ui/display/Card";
import { Kbd } from "#app/ui/display/Kbd";

type Words = { words: DesignTexts };

/** The four text styles. */
export function TextStyles({ words }: Words) {
  return (
    <Card title={words.type}>
      <p className="display size-hero">{words.display}</p>
      <p>{words.text}</p>
      <p className="prose">{words.prose}</p>
      <p className="note text-quiet">{words.note}</p>
    </Card>
  );
}

const colours = [
  "bg-page",
  "bg-raised",
  "bg-ink",
  "bg-quiet",
  "bg-hairline",
  "bg-edge",
  "bg-accent",
  "bg-accent-text",
  "bg-done",
  "bg-soon",
  "bg-danger",
];

/** The colour tokens. */
export function Colours({ words }: Words) {
  return (
    <Card title={words.colours}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {colours.map((colour) => (
          <li key={colour} className="note flex items-center gap-3">
            <span aria-hidden="true" className={`size-8 shrink-0 border ${colour}`} />
            {colour.slice(3)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Button variants; a screen has at most one primary. */
export function Buttons({ words }: Words) {
  return (
    <Card title={words.buttons}>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="button" variant="primary">
          {words.primary}
        </Button>
        <Button type="button">{words.plain}</Button>
        <Button type="button" variant="quiet">
          {words.quiet}
        </Button>
        <Button type="button" variant="danger">
          {words.danger}
        </Button>
        <Button type="button" disabled>
          {words.off}
        </Button>
        <IconButton type="button" label={words.icon}>
          <Settings aria-hidden="true" size={20} strokeWidth={1.5} />
        </IconButton>
      </div>
    </Card>
  );
}

/** Badges and keys. */
export function Badges({ words }: Words) {
  return (
    <Card title={words.badges}>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2 text-quiet">
        <Badge Icon={Calendar} name={words.dueName}>
          {words.due}
        </Badge>
        <Badge Icon={Check} tone="done">
          {words.done}
        </Badge>
        <Badge Icon={Clock} tone="soon">
          {words.soon}
        </Badge>
        <Badge Icon={TriangleAlert} tone="danger">
          {words.late}
        </Badge>
        <Kbd keys="Mod+k" />
        <Kbd keys="?" />
      </p>
    </Card>
  );
}
