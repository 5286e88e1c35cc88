import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn, dayLabel, dueLabel } from "#app/i18n/dates";
import { Button } from "#app/ui/Button";
import { Card } from "#app/ui/Card";
import type { ProfileAccount, ProfileSession } from "./read-profile.server";

/** Since when, and where the person is signed in. */
export function AccountInfoCard({
  account,
  dates,
}: {
  account: ProfileAccount;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const since = dayIn(account.timeZone, new Date(account.memberSince));
  return (
    <Card title={t("profile.account")}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="note self-center text-quiet">{t("profile.memberSince")}</dt>
        <dd>{dayLabel(since, dates)}</dd>
        <dt className="note self-center text-quiet">{t("profile.timeZone")}</dt>
        <dd>
          <bdi dir="ltr">{account.timeZone}</bdi>
        </dd>
      </dl>
      <div>
        <h3 className="note pb-2 text-quiet">{t("profile.sessions")}</h3>
        <ul className="border-t">
          {account.sessions.map((session) => (
            <SessionRow key={session.id} session={session} dates={dates} />
          ))}
        </ul>
      </div>
      {account.sessions.length > 1 && (
        <Form method="post">
          <Button name="intent" value="end-others">
            {t("profile.endOthers")}
          </Button>
        </Form>
      )}
    </Card>
  );
}

function SessionRow({ session, dates }: { session: ProfileSession; dates: DateContext }) {
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
