import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { type DateContext, dayIn, dayLabel } from "#app/i18n/dates";
import { fileTexts } from "#app/i18n/file-texts";
import { useDates, useNumbers } from "#app/i18n/use-format";
import { useLiveTasks } from "#app/tasks/list/use-live-tasks";
import { Button, buttonClass } from "#app/ui/controls/Button";
import { EmptyState } from "#app/ui/feedback/EmptyState";
import type { TrashPageData } from "./read-trash-page.server";

type Trashed = TrashPageData["tasks"][number];

/** Deleted tasks with the day of their removal. What cannot be undone needs a confirmation. */
export function TrashPage({
  timeZone,
  now,
  days,
  count,
  tasks,
  nextCursor,
  confirm,
}: TrashPageData) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, fileTexts);
  const dates = useDates(timeZone, now);
  useLiveTasks(now);
  return (
    <main id="content" className="mx-auto w-full max-w-[960px] flex-1 px-4 pb-24 md:px-8">
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-8 pb-6 md:pt-12 md:pb-8">
        <div className="flex flex-col gap-2">
          <h1 className="display size-title">{t("trash.title")}</h1>
          {count > 0 && <p className="text-quiet">{t("trash.hint", { count: days })}</p>}
        </div>
        {count > 0 && confirm !== "all" && (
          <Link to="?confirm=all" preventScrollReset className={buttonClass("plain")}>
            {t("trash.empty")}
          </Link>
        )}
      </header>
      {count > 0 && confirm === "all" && (
        <Confirmation text={t("trash.emptyQuestion", { count })} intent="empty" />
      )}
      {count === 0 ? (
        <div className="border-t">
          <EmptyState
            title={t("trash.none")}
            action={
              <Link to="/tasks" className={buttonClass("plain")}>
                {t("trash.toTasks")}
              </Link>
            }
          >
            <p className="max-w-[60ch]">{t("trash.noneHint", { count: days })}</p>
          </EmptyState>
        </div>
      ) : (
        <ul className="border-t">
          {tasks.map((task) => (
            <TrashRow key={task.id} task={task} dates={dates} confirming={confirm === task.id} />
          ))}
        </ul>
      )}
      {nextCursor !== null && (
        <Link to={`?after=${nextCursor}`} className={buttonClass("plain", "mt-8")}>
          {t("tasks.more")}
        </Link>
      )}
    </main>
  );
}

function TrashRow({
  task,
  dates,
  confirming,
}: {
  task: Trashed;
  dates: DateContext;
  confirming: boolean;
}) {
  const { t } = useTranslation();
  const { name } = useNumbers();
  const { formData } = useNavigation();
  const { title } = task;
  const day = (instant: string) => dayLabel(dayIn(dates.timeZone, new Date(instant)), dates);
  return (
    <li
      hidden={formData?.get("id") === String(task.id)}
      aria-label={title}
      className="flex flex-col gap-3 border-b py-4"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
          <p className="[overflow-wrap:anywhere]">
            <bdi>{title}</bdi>
          </p>
          <p className="note figures flex flex-wrap gap-x-4 gap-y-1 text-quiet">
            <span dir="ltr">#{name(task.id)}</span>
            <span>{t("trash.deleted", { when: day(task.deletedAt) })}</span>
            <span>{t("trash.goes", { when: day(task.purgedAt) })}</span>
          </p>
        </div>
        <div className="-ms-4 flex flex-wrap items-center sm:ms-0">
          <Form method="post" action="/trash" preventScrollReset>
            <input type="hidden" name="intent" value="restore" />
            <input type="hidden" name="id" value={task.id} />
            <Button variant="quiet" aria-label={t("trash.restoreLabel", { title })}>
              {t("trash.restore")}
            </Button>
          </Form>
          {!confirming && (
            <Link
              to={`?confirm=${task.id}`}
              preventScrollReset
              aria-label={t("trash.removeLabel", { title })}
              className={buttonClass("quiet", "pointer:hover:text-danger")}
            >
              {t("trash.remove")}
            </Link>
          )}
        </div>
      </div>
      {confirming && (
        <Confirmation text={t("trash.removeQuestion", { title })} intent="remove" id={task.id} />
      )}
    </li>
  );
}

/** A confirmation with a URL of its own, so that it works without JavaScript. */
function Confirmation({
  text,
  intent,
  id,
}: {
  text: string;
  intent: "empty" | "remove";
  id?: number;
}) {
  const { t } = useTranslation();
  return (
    <div
      role="alert"
      className="mb-4 flex flex-wrap items-center justify-between gap-4 border-s-2 border-danger py-2 ps-4"
    >
      <p className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">{text}</p>
      <div className="flex flex-wrap gap-2">
        <Form method="post" action="/trash" preventScrollReset>
          <input type="hidden" name="intent" value={intent} />
          {id !== undefined && <input type="hidden" name="id" value={id} />}
          <Button variant="danger">{t("trash.yes")}</Button>
        </Form>
        <Link to="/trash" preventScrollReset className={buttonClass("plain")}>
          {t("trash.keep")}
        </Link>
      </div>
    </div>
  );
}
