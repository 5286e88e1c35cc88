import { type RefObject, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import type { DateContext } from "#app/i18n/dates";
import { readingTexts } from "#app/i18n/reading";
import { timeContext } from "#app/tasks/times/time-context";
import { lineAnswers } from "./answer-line";
import { LineMarks } from "./LineMarks";
import { LineParts } from "./LineParts";
import { overlap, type Place } from "./literal-places";
import { PastedLines } from "./PastedLines";
import { readQuickAdd } from "./read-quick-add";
import { splitLines } from "./split-lines";

/** What quick add shows of its line as it is read. Loaded with the first letter. */
export function LineReading({
  line,
  pasted,
  literal,
  field,
  dates,
  onLiteral,
  onLine,
  onAddLines,
  onJoinLines,
  onCancel,
}: {
  line: string;
  /** Several lines that wait for an answer. */
  pasted: string | null;
  literal: readonly Place[];
  field: RefObject<HTMLInputElement>;
  dates: DateContext;
  onLiteral(places: readonly Place[]): void;
  /** Writes another line in its place. */
  onLine(line: string): void;
  onAddLines(lines: string[]): void;
  onJoinLines(line: string): void;
  onCancel(): void;
}) {
  addTexts(useTranslation().i18n, readingTexts);
  const { reading, answers, current } = useMemo(() => {
    const context = timeContext(dates);
    const current = { ...dates, now: context.now.toISOString() };
    const reading = readQuickAdd(line, { ...context, literal });
    const answers = reading.value ? [] : lineAnswers(line, { ...context, literal });
    return { current, reading, answers };
  }, [line, dates, literal]);
  const lines = useMemo(() => (pasted === null ? [] : splitLines(pasted)), [pasted]);
  const kept = literal.filter((place) => place.end <= line.length);
  const without = (place: Place) => literal.filter((other) => !overlap(place, other));
  return (
    <>
      {line && (
        <LineMarks
          line={line}
          marks={reading.marks}
          literal={kept}
          field={field}
          onToggle={(place) => {
            const isLiteral = literal.some((other) => overlap(place, other));
            onLiteral(isLiteral ? without(place) : [...literal, place]);
          }}
        />
      )}
      {line && (
        <LineParts
          line={line}
          reading={reading}
          answers={answers}
          onAnswer={onLine}
          literal={kept}
          dates={current}
          onLiteral={(places) => onLiteral([...literal, ...places])}
          onRead={(place) => onLiteral(without(place))}
        />
      )}
      {lines.length > 0 && (
        <PastedLines
          lines={lines}
          dates={current}
          onAdd={() => onAddLines(lines)}
          onJoin={() => onJoinLines(lines.join(" "))}
          onCancel={onCancel}
        />
      )}
    </>
  );
}

/** The title of the task that a line adds. */
export const titleOf = (line: string, dates: DateContext, literal: readonly Place[]): string =>
  readQuickAdd(line, { ...timeContext(dates), literal }).title;
