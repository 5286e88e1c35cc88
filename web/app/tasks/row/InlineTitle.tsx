import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { TITLE_MAX } from "#app/tasks/task/task";

/** The text field that renames a task in its row: Enter or blur saves, Escape cancels. */
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
  // The title when editing began, so that a concurrent change is detected as a conflict.
  const from = useRef(title).current;
  const finished = useRef(false);
  const finish = (text: string | null) => {
    if (finished.current) return;
    finished.current = true;
    if (text?.trim() && text.trim() !== from) onRename({ title: text, from });
    onDone();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person has just chosen to rename this task
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
