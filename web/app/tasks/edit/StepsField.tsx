import { useFetcher, useLocation } from "@remix-run/react";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, formatNumber } from "#app/i18n/dates";
import { splitLines } from "#app/tasks/quick-add/split-lines";
import { useSteps } from "#app/tasks/row/steps";
import { positionBetween, positionOf } from "#app/tasks/task/position";
import { BULK_MAX, type Task } from "#app/tasks/task/task";
import { Button } from "#app/ui/controls/Button";
import { control } from "#app/ui/controls/FieldFrame";
import { Problem } from "#app/ui/feedback/Problem";
import { EditedStep } from "./EditedStep";
import type { SaveFailure } from "./save-failure";
import type { AddFailure } from "./task-form";
import { useKeptText } from "./use-kept-text";

/**
 * The steps of the open task: ticked, moved, deleted, and added by a line, or by several that are
 * pasted at once. It works without JavaScript, but for the order.
 */
export function StepsField({ task, dates }: { task: Task; dates: DateContext }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const id = useId();
  const steps = useSteps(task.id);
  const adding = useFetcher<{ ok: true } | AddFailure | SaveFailure>({ key: `steps-${task.id}` });
  const moving = useFetcher();
  const [text, setText] = useKeptText(`step-${task.id}`);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const done = steps.filter(({ completed }) => completed).length;
  const failure = adding.state === "idle" && adding.data?.ok === false ? adding.data : null;

  const add = (lines: string[]) => {
    const [first = ""] = lines;
    if (first.trim() === "") return;
    const form = new FormData();
    form.set("intent", "add");
    form.set("parent", String(task.id));
    form.set("title", lines.join("\n"));
    if (lines.length > 1) form.set("several", "true");
    adding.submit(form, { method: "post", action: "/tasks" });
    setText("");
  };
  const move = (step: Task, to: number) => {
    const others = steps.filter(({ id }) => id !== step.id);
    const place = Math.max(0, Math.min(others.length, to));
    const [before, after] = [others[place - 1], others[place]];
    if (steps[place]?.id === step.id) return;
    const position = positionBetween(
      before ? positionOf(before) : null,
      after ? positionOf(after) : null,
    );
    const form = { intent: "place", id: String(step.id), position };
    moving.submit(form, { method: "post", action: "/tasks" });
    setSaid(
      t("list.steps.moved", { title: step.title, place: place + 1, count: others.length + 1 }),
    );
  };

  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-t pt-4">
      <h3 id={id} className="note figures flex gap-2 text-quiet">
        {t("list.steps.title")}
        {steps.length > 0 && (
          <span dir="ltr">
            {formatNumber(done, dates)}/{formatNumber(steps.length, dates)}
          </span>
        )}
      </h3>
      {steps.length > 0 && (
        <ol ref={list}>
          {steps.map((step, at) => (
            <EditedStep
              key={step.id}
              step={step}
              at={at}
              href={hrefOf(pathname, search, step.id)}
              dates={dates}
              onMove={(to) => move(step, to)}
            />
          ))}
        </ol>
      )}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <adding.Form
        method="post"
        action="/tasks"
        onSubmit={(event) => {
          event.preventDefault();
          add([text]);
        }}
        className="flex items-end gap-2"
      >
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="parent" value={task.id} />
        <input type="hidden" name="returnTo" value={pathname + search} />
        <input
          name="title"
          aria-label={t("list.steps.add")}
          placeholder={t("list.steps.add")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const lines = splitLines(event.clipboardData.getData("text"));
            if (lines.length < 2 || lines.length > BULK_MAX || text.trim() !== "") return;
            event.preventDefault();
            add(lines);
          }}
          dir="auto"
          autoComplete="off"
          enterKeyHint="done"
          className={`${control} own-words min-w-0 flex-1`}
        />
        <Button variant="plain">{t("tasks.add.submit")}</Button>
      </adding.Form>
      {failure && (
        <Problem>
          {failure.intent === "unsaved"
            ? t("notices.notSaved")
            : t(`tasks.invalid.${failure.problem}`)}
        </Problem>
      )}
    </section>
  );
}

/** The address that opens a step on the same page. */
function hrefOf(pathname: string, search: string, id: number): string {
  const params = new URLSearchParams(search);
  params.set("task", String(id));
  return `${pathname}?${params}`;
}
