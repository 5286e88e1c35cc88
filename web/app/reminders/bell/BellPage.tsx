import { Link, useFetcher } from "@remix-run/react";
import { Settings2 } from "lucide-react";
import { useEffect } from "react";
import type { DateContext } from "#app/i18n/dates";
import { dueLabel } from "#app/i18n/dates";
import { useReminderTexts } from "#app/i18n/reminder-page";
import { useDates } from "#app/i18n/use-format";
import { keepSubscription } from "#app/reminders/push/browser-push";
import { useLiveTasks } from "#app/tasks/list/use-live-tasks";
import { Button, buttonClass } from "#app/ui/controls/Button";
import { Card } from "#app/ui/display/Card";
import { classNames } from "#app/ui/styles/class-names";
import { BellTaskRow } from "./BellTaskRow";
import type { BellEntry } from "./read-bell.server";
import type { BellPageData } from "./read-bell-page.server";

/** What rang, newest first, and what is overdue. */
export function BellPage({ data }: { data: BellPageData }) {
  const { text } = useReminderTexts();
  const { entries, unread, overdue, reached, nextCursor, first } = data;
  const hinting = !reached && first;
  const dates = useDates(data.timeZone, data.now);
  const reading = useFetcher();
  useLiveTasks(data.now);
  useEffect(() => {
    // What fails is tried with the next window; the settings say how it stands.
    keepSubscription().catch(() => {});
  }, []);
  return (
    <main id="content" className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 md:px-8">
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-8 pb-6 md:pt-12 md:pb-8">
        <h1 className="display size-title">{text.title}</h1>
        {!hinting && (
          <Link to="/reminders/settings" prefetch="intent" className={buttonClass("plain")}>
            <Settings2 aria-hidden="true" size={16} strokeWidth={1.5} />
            {text.settings}
          </Link>
        )}
      </header>
      {hinting && (
        <p className="mb-10 flex flex-wrap items-center justify-between gap-4 border-s-2 border-accent py-2 ps-4">
          <span className="min-w-0 flex-1 basis-72">{text.hint}</span>
          <Link to="/reminders/settings" className={buttonClass("primary")}>
            {text.settings}
          </Link>
        </p>
      )}
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[2fr_1fr]">
        <Card title={text.rang}>
          {unread > 0 && (
            <reading.Form method="post" className="-mt-3">
              <Button
                variant="quiet"
                name="intent"
                value="read"
                className="-ms-4"
                aria-disabled={reading.state !== "idle" || undefined}
              >
                {text.markRead}
              </Button>
            </reading.Form>
          )}
          {entries.length === 0 ? (
            <div className="flex flex-col gap-3">
              <p className="display text-[28px]">{text.none}</p>
              <p className="max-w-[60ch] text-quiet">{text.noneHint}</p>
            </div>
          ) : (
            <ol className="-mt-2">
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} dates={dates} />
              ))}
            </ol>
          )}
          {nextCursor !== null && (
            <Link to={`?before=${nextCursor}`} className={buttonClass("plain", "self-start")}>
              {text.earlier}
            </Link>
          )}
        </Card>
        {first && (
          <Card title={text.overdue}>
            {overdue.length === 0 ? (
              <p className="text-quiet">{text.noOverdue}</p>
            ) : (
              <ul className="-mt-2">
                {overdue.map((task) => (
                  <li key={task.number} className="border-b py-3 first:pt-0">
                    <BellTaskRow task={task} dates={dates} overdue />
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
      </div>
    </main>
  );
}

function Entry({ entry, dates }: { entry: BellEntry; dates: DateContext }) {
  const { text, n } = useReminderTexts();
  const { kind, at, read, unsure, count, tasks, content } = entry;
  const numbers =
    content &&
    (kind === "digest"
      ? [text.dueToday(n(content.due_today)), text.overdueCount(n(content.overdue))]
      : [text.completed(n(content.completed)), text.open(n(content.open))]);
  return (
    <li className="flex flex-col gap-2 border-b py-4 first:pt-0">
      <p className="note figures flex flex-wrap items-center gap-x-4 gap-y-1 text-quiet">
        <span
          aria-hidden="true"
          className={classNames("size-2 rounded-full", read ? "bg-hairline" : "bg-accent")}
        />
        {!read && <span className="text-ink">{text.unread}</span>}
        <time dateTime={at}>{dueLabel(at, dates)}</time>
        {kind === "reminder" && count > 1 && <span>{text.several(n(count))}</span>}
        {unsure && <span className="text-soon">{text.unsure}</span>}
      </p>
      {kind !== "reminder" ? (
        <p>
          <span className="font-medium">{text[kind]}</span>
          {numbers && <span className="text-quiet"> · {numbers.join(" · ")}</span>}
        </p>
      ) : tasks.length === 0 ? (
        <p className="text-quiet">{text.deleted}</p>
      ) : (
        tasks.map((task) => <BellTaskRow key={task.number} task={task} dates={dates} />)
      )}
      {kind === "reminder" && count > tasks.length && (
        <p className="dense text-quiet">{text.more(n(count - tasks.length))}</p>
      )}
    </li>
  );
}
