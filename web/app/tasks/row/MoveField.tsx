import { useFetcher } from "@remix-run/react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import type { DateContext } from "#app/i18n/dates";
import { readingTexts } from "#app/i18n/reading";
import type { LocalDue } from "#app/tasks/times/local-due";
import { type MoveReading, readMove } from "#app/tasks/times/read-move";
import { timeContext } from "#app/tasks/times/time-context";
import { timeParts } from "#app/tasks/times/time-label";
import { timeProblem } from "#app/tasks/times/time-problem";
import { InlineField } from "#app/ui/controls/InlineField";

/** Longest text of a move, in characters. */
const TEXT_MAX = 200;

/**
 * Moves tasks to what a person writes: "next friday 5pm", "two days later", "every monday". What it
 * is read as is shown while writing; Enter moves. A text that cannot be read changes nothing.
 */
export default function MoveField({
  ids,
  due,
  fetcherKey,
  dates,
  preview = true,
  onDone,
  className,
}: {
  ids: readonly number[];
  /** That of the only task; null without one. */
  due: LocalDue | null;
  fetcherKey: string;
  dates: DateContext;
  /** Shows what the text is read as; it differs where there are several tasks. */
  preview?: boolean;
  onDone?(): void;
  className?: string;
}) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, readingTexts);
  const id = useId();
  const fetcher = useFetcher({ key: fetcherKey });
  const [text, setText] = useState("");
  const [entered, setEntered] = useState("");
  const context = timeContext(dates);
  const reading = text.trim() ? readMove(text, due, context) : null;
  const current = { ...dates, now: context.now.toISOString() };
  const said = reading ? sayings(reading) : [];

  /** What a move is, or why there is none; that it is unread only once it was entered. */
  function sayings({ value, unmoved, skip, problems }: MoveReading): string[] {
    const parts = value && preview ? timeParts(value, t, current).map((part) => part.text) : [];
    const sentences = problems.map((problem) => timeProblem(problem, value, t, current));
    if (unmoved === "no-time") sentences.push(t("reading.noTime"));
    if (unmoved === "unread" && entered === text) sentences.push(t("reading.unread"));
    if (skip) parts.push(t("reading.skip"));
    return parts.length > 0 ? [parts.join(" "), ...sentences] : sentences;
  }

  const move = () => {
    setEntered(text);
    if (!reading?.patch && !reading?.skip) return;
    const form = { intent: "many", ids: ids.join(), to: "when", value: text };
    fetcher.submit(form, { method: "post", action: "/tasks" });
    onDone?.();
  };
  return (
    <div className={className}>
      <InlineField
        label={t("reading.move")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          // It must not submit a form around it.
          event.preventDefault();
          move();
        }}
        placeholder={t("reading.moveExample")}
        aria-describedby={id}
        aria-invalid={(entered === text && reading?.unmoved !== undefined) || undefined}
        maxLength={TEXT_MAX}
        dir="auto"
        autoComplete="off"
        enterKeyHint="done"
      />
      <div id={id} aria-live="polite" className="max-w-80">
        {said.map((sentence) => (
          <p key={sentence} className="dense py-1">
            <bdi>{sentence}</bdi>
          </p>
        ))}
      </div>
    </div>
  );
}
