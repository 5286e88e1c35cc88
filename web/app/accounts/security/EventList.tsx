import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { buttonClass } from "#app/ui/controls/Button";
import { Card } from "#app/ui/display/Card";
import { classNames } from "#app/ui/styles/class-names";
import type { ShownEvent } from "./read-security-events.server";
import type { SecurityPageData } from "./read-security-page.server";

/** Events that the owner should look at. */
const WORTH_A_LOOK = new Set<ShownEvent["type"]>([
  "sign_in_failed",
  "second_factor_failed",
  "token_reused",
]);

/** What happened in the account, the newest first, in pages. */
export function EventList({
  history: { events, page, more },
  dates,
}: {
  history: SecurityPageData["history"];
  dates: DateContext;
}) {
  const { t } = useTranslation();
  return (
    <Card title={t("security.events")}>
      <p className="dense -mt-4 text-quiet">{t("security.eventsHint")}</p>
      {events.length === 0 ? (
        <p>{t("security.noEvents")}</p>
      ) : (
        <ol className="border-t">
          {events.map((event) => (
            <EventRow key={event.id} event={event} dates={dates} />
          ))}
        </ol>
      )}
      {(page > 1 || more) && (
        <nav aria-label={t("security.events")} className="flex gap-4">
          {page > 1 && <PageLink page={page - 1} label={t("security.newer")} />}
          {more && <PageLink page={page + 1} label={t("security.older")} />}
        </nav>
      )}
    </Card>
  );
}

function PageLink({ page, label }: { page: number; label: string }) {
  return (
    <Link to={page === 1 ? "?" : `?page=${page}`} className={buttonClass("plain")}>
      {label}
    </Link>
  );
}

function EventRow({ event, dates }: { event: ShownEvent; dates: DateContext }) {
  const { t } = useTranslation();
  const { type, at, device, address, method } = event;
  const place = [device ?? t("security.program"), address];
  return (
    <li className="flex flex-col gap-1 border-b py-3 sm:flex-row sm:items-baseline sm:gap-4">
      <p className="min-w-0 flex-1">
        <span className={classNames("block", WORTH_A_LOOK.has(type) && "text-danger")}>
          {t(`security.event.${type}`)}
          {method && <span> {t(`security.method.${method}`)}</span>}
          {event.count > 1 && (
            <span className="note ms-2 text-quiet">
              {t("security.times", { count: event.count })}
            </span>
          )}
        </span>
        <span className="note block text-quiet">
          {place
            .filter((part) => part !== null)
            .map((part, index) => (
              <span key={part}>
                {index > 0 && " · "}
                <bdi>{part}</bdi>
              </span>
            ))}
        </span>
      </p>
      <time dateTime={at} className="note shrink-0 text-quiet">
        {dueLabel(at, dates)}
      </time>
    </li>
  );
}
