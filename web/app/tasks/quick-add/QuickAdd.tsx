import { Form, useNavigate, useSearchParams } from "@remix-run/react";
import { Plus } from "lucide-react";
import { type ClipboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDates } from "#app/i18n/use-format";
import { newSubmission } from "#app/platform/submission";
import type { SaveFailure } from "#app/tasks/edit/save-failure";
import type { AddFailure } from "#app/tasks/edit/task-form";
import { PendingTask } from "#app/tasks/row/PendingTask";
import { Button } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import { LINE_MAX } from "./line-max";
import { movePlaces, type Place, readPlaces, writePlaces } from "./literal-places";
import { QuickAddFields } from "./QuickAddFields";
import { sharedWords } from "./shared-words";
import { useKeptLine } from "./use-kept-line";
import { useLineReading } from "./use-line-reading";

/**
 * The quick-add line, and what is read in it. It is cleared on submit; a line that was rejected
 * returns to it. Several pasted lines are asked about. `failure` is the result of a submission
 * without JavaScript.
 */
export function QuickAdd({
  action,
  day,
  categories,
  timeZone,
  now,
  submission,
  place,
  failure: initialFailure,
}: {
  action: string;
  /** The day of a line that names none: that of the page. */
  day?: string;
  categories: string[];
  timeZone: string;
  now: string;
  /** Key of the form without JavaScript. */
  submission: string;
  /** The list, or the label, that a line is added to unless it names another list. */
  place?: { list?: string; label?: string };
  failure?: AddFailure;
}) {
  const { t } = useTranslation();
  const dates = useDates(timeZone, now);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const unanswered = useRef<string>();
  const written = useRef("");
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const shared = sharedWords(search);
  const [line, setLine] = useState(initialFailure?.values.title ?? shared ?? "");
  const [literal, setLiteral] = useState<readonly Place[]>(() =>
    readPlaces(initialFailure?.values.literal ?? ""),
  );
  const [added, setAdded] = useState(0);
  const [pasted, setPasted] = useState<string | null>(null);
  const [pending, setPending] = useState<{ key: string; form: FormData; title: string }[]>([]);
  const [failure, setFailure] = useState<AddFailure | SaveFailure | undefined>(initialFailure);
  const reading = useLineReading(line !== "" || pasted !== null);
  written.current = line;
  const problem = failure?.intent === "add" ? failure.problem : undefined;

  const settle = useCallback((key: string, form: FormData, failure?: AddFailure | SaveFailure) => {
    setPending((all) => all.filter((request) => request.key !== key));
    setFailure(failure);
    // Without an answer the task may have been added: the retry is the same submission.
    if (failure?.intent === "unsaved") unanswered.current = String(form.get("submission"));
    if (!failure) return;
    const title = String(form.get("title") ?? "");
    // What is being typed is not overwritten.
    if (form.has("several")) return setPasted((pasted) => pasted ?? title);
    if (written.current) return;
    setLine(title);
    setLiteral(readPlaces(String(form.get("literal") ?? "")));
  }, []);

  // Whoever came to add something, from another app or the icon, writes on at once.
  useEffect(() => {
    if (shared === null) return;
    // An example on this page leads to its own address: its line is written here.
    if (shared) setLine(shared);
    field.current?.focus();
  }, [shared]);

  const write = (text: string) => {
    setLiteral(movePlaces(literal, line, text));
    setLine(text);
  };
  useKeptLine(line, setLine);
  const submit = (form: FormData, title: string) => {
    const key = newSubmission();
    // What was shared is in the list now: it does not come back with the address.
    if (shared !== null) navigate(action, { replace: true, preventScrollReset: true });
    form.set("submission", unanswered.current ?? key);
    unanswered.current = undefined;
    setPending((all) => [...all, { key, form, title }]);
    field.current?.focus();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain").trim();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    if (!/[\r\n]/.test(text) || reading === false) return;
    event.preventDefault();
    setPasted(value.slice(0, selectionStart ?? 0) + text + value.slice(selectionEnd ?? 0));
  };
  const joinLines = useCallback((text: string) => {
    setPasted(null);
    setLiteral([]);
    setLine(text);
    field.current?.focus();
  }, []);
  useEffect(() => {
    if (reading === false && pasted !== null) joinLines(pasted.replace(/\s+/g, " "));
  }, [reading, pasted, joinLines]);

  return (
    <div className="border-y py-1 md:py-3 print:hidden">
      <Form
        ref={form}
        method="post"
        action={action}
        onSubmit={(event) => {
          event.preventDefault();
          const title = reading ? reading.titleOf(line, dates, literal) : line;
          submit(new FormData(event.currentTarget), title);
          form.current?.reset();
          setAdded(added + 1);
          write("");
        }}
      >
        <input type="hidden" name="intent" value="add" />
        {day && <input type="hidden" name="day" value={day} />}
        <input type="hidden" name="literal" value={writePlaces(literal)} />
        <input type="hidden" name="submission" value={submission} />
        {place?.list && <input type="hidden" name="list" value={place.list} />}
        {place?.label && <input type="hidden" name="label" value={place.label} />}
        <div className="flex items-center gap-3">
          <Plus aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0 text-quiet" />
          <div className="relative isolate min-w-0 flex-1">
            <input
              ref={field}
              name="title"
              data-quick-add
              value={line}
              onChange={(event) => write(event.target.value)}
              onPaste={onPaste}
              aria-label={t("tasks.add.label")}
              aria-invalid={problem === "title" || undefined}
              aria-describedby={failure ? "add-problem" : "understood"}
              placeholder={t("list.add.placeholder")}
              maxLength={LINE_MAX}
              autoComplete="off"
              enterKeyHint="done"
              className="lead own-words min-h-12 w-full bg-transparent text-ellipsis outline-offset-4"
            />
          </div>
          <Button variant="primary" data-add>
            {t("tasks.add.submit")}
          </Button>
        </div>
        <div id="understood" aria-live="polite">
          {reading && (
            <reading.LineReading
              line={line}
              pasted={pasted}
              literal={literal}
              field={field}
              dates={dates}
              onLiteral={(places) => {
                setLiteral(places);
                field.current?.focus();
              }}
              onLine={(text) => {
                write(text);
                field.current?.focus();
              }}
              onAddLines={(lines) => {
                const data = new FormData(form.current ?? undefined);
                data.set("title", lines.join("\n"));
                data.set("several", "true");
                setPasted(null);
                setLine("");
                submit(data, lines.join(", "));
              }}
              onJoinLines={joinLines}
              onCancel={() => {
                setPasted(null);
                field.current?.focus();
              }}
            />
          )}
        </div>
        {failure && (
          <div id="add-problem" className="py-2">
            <Problem>
              {t(
                failure.intent === "add" ? `tasks.invalid.${failure.problem}` : "notices.notSaved",
              )}
            </Problem>
          </div>
        )}
        <QuickAddFields
          written={line !== ""}
          added={added}
          dates={dates}
          categories={categories}
          values={initialFailure?.values ?? {}}
          open={problem !== undefined && problem !== "title"}
        />
      </Form>
      {pending.length > 0 && (
        <ul className="pt-2">
          {pending.map(({ key, form: data, title }) => (
            <PendingTask
              key={key}
              id={key}
              form={data}
              title={title}
              action={action}
              onSettled={settle}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
