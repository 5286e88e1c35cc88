import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { Button } from "#app/ui/controls/Button";
import type { ShownSession } from "./read-sessions.server";

/** The active sessions, each of which can be ended; the forms go to the page that shows them. */
export function SessionList({ sessions, dates }: { sessions: ShownSession[]; dates: DateContext }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="border-t">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} dates={dates} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post">
          <Button name="intent" value="end-others">
            {t("profile.endOthers")}
          </Button>
        </Form>
      )}
    </>
  );
}

function SessionRow({ session, dates }: { session: ShownSession; dates: DateContext }) {
  const { t } = useTranslation();
  const device = session.device ?? t("profile.program");
  const when = dueLabel(session.lastUsedAt, dates);
  return (
    <li className="flex min-h-16 items-center gap-4 border-b py-2">
      <p className="min-w-0 flex-1">
        <span className="block">
          <bdi>{device}</bdi>
        </span>
        <span className="note block text-quiet">
          {session.current ? t("profile.thisDevice") : t("profile.lastUsed", { when })}
        </span>
      </p>
      {!session.current && (
        <Form method="post">
          <input type="hidden" name="session" value={session.id} />
          <Button
            variant="quiet"
            name="intent"
            value="end-session"
            aria-label={t("profile.endLabel", { device, when })}
          >
            {t("profile.end")}
          </Button>
        </Form>
      )}
    </li>
  );
}
