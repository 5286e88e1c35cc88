import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { TITLE_MAX } from "./task";

/** The title of a row while it is written anew: Enter saves, Escape leaves it as it was. */
export function InlineTitle({
  title,
  onRename,
  onDone,
}: {
  title: string;
  onRename(change: { title: string; from: string }): void;
  onDone(): void;
}) {
  const { t } = useTranslation();
  // What it was when the writing began: a change from elsewhere is then seen as one.
  const from = useRef(title).current;
  const over = useRef(false);
  const finish = (text: string | null) => {
    if (over.current) return;
    over.current = true;
    if (text?.trim() && text.trim() !== from) onRename({ title: text, from });
    onDone();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
      autoFocus
      aria-label={t("list.field.title")}
      defaultValue={title}
      maxLength={TITLE_MAX}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") finish(event.currentTarget.value);
        if (event.key === "Escape") finish(null);
      }}
      className="own-words -my-1 w-full min-w-0 border-b border-ink bg-transparent py-1"
    />
  );
}
