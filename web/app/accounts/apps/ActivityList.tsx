import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import type { ShownChange } from "./read-access-page.server";

/** What an app or a token changed: how much, and the latest on demand. */
export function ActivityList({
  changes,
  count,
  dates,
}: {
  changes: ShownChange[];
  count: number;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  if (count === 0) return <p className="dense text-quiet">{t("apps.didNothing")}</p>;
  return (
    <details className="dense">
      <summary className="min-h-11 cursor-pointer content-center text-quiet">
        {t("apps.did", { count })}
      </summary>
      <p className="sr-only">{t("apps.latest")}</p>
      <ol className="flex flex-col gap-1 pb-2 ps-4">
        {changes.map(({ id, action, task, title, at }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            <span className="note text-quiet">
              {t(`apps.action.${action}`)} <bdi>#{task}</bdi>
            </span>{" "}
            <bdi>{title}</bdi>{" "}
            <time dateTime={at} className="note text-quiet">
              {dueLabel(at, dates)}
            </time>
          </li>
        ))}
      </ol>
    </details>
  );
}
