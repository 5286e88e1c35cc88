import { Form } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDates } from "#app/i18n/use-format";
import { Button } from "#app/ui/Button";
import { Problem } from "#app/ui/Problem";
import { PendingTask } from "./PendingTask";
import { QuickAddFields } from "./QuickAddFields";
import type { QuickKind } from "./quick-add";
import { TITLE_MAX } from "./task";
import type { AddFailure } from "./task-form";
import { Understood } from "./Understood";
import type { Unsaved } from "./unsaved";
import { useQuickAdd } from "./use-quick-add";

/** Room for a full title and the words around it that say when. */
const LINE_MAX = TITLE_MAX + 100;

/**
 * The line that adds, and what it understood. It is free again at once; what could not be added
 * comes back to it. `failure` is what a form without script comes back with.
 */
export function QuickAdd({
  action,
  categories,
  timeZone,
  now,
  failure: posted,
}: {
  action: string;
  categories: string[];
  timeZone: string;
  now: string;
  failure?: AddFailure;
}) {
  const { t } = useTranslation();
  const dates = useDates(timeZone, now);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [line, setLine] = useState(posted?.values.title ?? "");
  const [literal, setLiteral] = useState<QuickKind[]>([]);
  const [sent, setSent] = useState<{ key: string; form: FormData; title: string }[]>([]);
  const [refused, setRefused] = useState<AddFailure | Unsaved | undefined>(posted);
  const read = useQuickAdd(line !== "");
  const said = useMemo(
    () => read?.(line, { now: new Date(now), timeZone }, literal) ?? null,
    [read, line, literal, now, timeZone],
  );
  const problem = refused?.intent === "add" ? refused.problem : undefined;

  const settle = useCallback((key: string, failure?: AddFailure | Unsaved, written = "") => {
    setSent((all) => all.filter((one) => one.key !== key));
    setRefused(failure);
    // Unless something new is being written there.
    if (failure) setLine((now) => now || written);
  }, []);

  return (
    <div className="border-y py-3">
      <Form
        ref={form}
        method="post"
        action={action}
        onSubmit={(event) => {
          event.preventDefault();
          const key = `add-${Date.now()}`;
          const data = new FormData(event.currentTarget);
          setSent((all) => [...all, { key, form: data, title: said?.title ?? line }]);
          form.current?.reset();
          setLine("");
          setLiteral([]);
          field.current?.focus();
        }}
      >
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="literal" value={literal.join()} />
        <div className="flex items-center gap-3">
          <Plus aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0 text-quiet" />
          <input
            ref={field}
            name="title"
            data-quick-add
            value={line}
            onChange={(event) => {
              setLine(event.target.value);
              if (!event.target.value) setLiteral([]);
            }}
            aria-label={t("tasks.add.label")}
            aria-invalid={problem === "title" || undefined}
            aria-describedby={refused ? "add-problem" : "understood"}
            placeholder={t("list.add.placeholder")}
            maxLength={LINE_MAX}
            autoComplete="off"
            enterKeyHint="done"
            className="lead own-words min-h-12 min-w-0 flex-1 bg-transparent text-ellipsis outline-offset-4"
          />
          <Button variant="primary" data-add>
            {t("tasks.add.submit")}
          </Button>
        </div>
        <Understood
          said={said}
          dates={dates}
          onLiteral={(kind) => {
            setLiteral((kinds) => [...kinds, kind]);
            field.current?.focus();
          }}
        />
        {refused && (
          <div id="add-problem" className="py-2">
            <Problem>
              {t(
                refused.intent === "add" ? `tasks.invalid.${refused.problem}` : "notices.notSaved",
              )}
            </Problem>
          </div>
        )}
        <QuickAddFields
          categories={categories}
          values={posted?.values ?? {}}
          open={problem !== undefined && problem !== "title"}
        />
      </Form>
      {sent.length > 0 && (
        <ul className="pt-2">
          {sent.map(({ key, form: data, title }) => (
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
