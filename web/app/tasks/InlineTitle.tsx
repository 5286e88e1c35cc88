import { useFetcher } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Task, TITLE_MAX } from "./task";

/** The title of a row while it is written anew: Enter saves, Escape leaves it as it was. */
export function InlineTitle({ task, onDone }: { task: Task; onDone(): void }) {
  const { t } = useTranslation();
  const fetcher = useFetcher({ key: `rename-${task.id}` });
  // What it was when the writing began: a change from elsewhere is then seen as one.
  const begun = useRef(task);
  const over = useRef(false);
  const finish = (text: string | null) => {
    if (over.current) return;
    over.current = true;
    const { id, version, title } = begun.current;
    if (text?.trim() && text.trim() !== title) {
      fetcher.submit(
        { intent: "edit", id, version, base: JSON.stringify({ title }), title: text },
        { method: "post" },
      );
    }
    onDone();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
      autoFocus
      aria-label={t("list.field.title")}
      defaultValue={task.title}
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
