import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { Button } from "#app/ui/controls/Button";
import { Card } from "#app/ui/display/Card";
import { ActivityList } from "./ActivityList";
import type { ShownApp } from "./read-access-page.server";

/** The connected apps with what each did, each of which one press cuts off. */
export function AppsCard({
  apps,
  address,
  dates,
}: {
  apps: ShownApp[];
  address: string;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  return (
    <Card title={t("apps.connected")}>
      <div className="flex flex-col gap-2">
        <p className="text-quiet">{t("apps.connectedHint")}</p>
        <code dir="ltr" className="block select-all text-start [overflow-wrap:anywhere]">
          {address}
        </code>
      </div>
      {apps.length === 0 ? (
        <p>{t("apps.noApps")}</p>
      ) : (
        <ul className="border-t">
          {apps.map((app) => (
            <AppRow key={app.clientId} app={app} dates={dates} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function AppRow({ app, dates }: { app: ShownApp; dates: DateContext }) {
  const { t } = useTranslation();
  const { clientId, name, host, scopes, connectedAt, lastUsedAt } = app;
  const facts = [
    ...scopes.map((scope) => t(`apps.scope.${scope}`)),
    t("apps.connectedOn", { when: dueLabel(connectedAt, dates) }),
    lastUsedAt ? t("apps.used", { when: dueLabel(lastUsedAt, dates) }) : t("apps.neverUsed"),
  ];
  return (
    <li className="flex flex-col gap-2 border-b py-3">
      <div className="flex items-start gap-4">
        <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <bdi className="font-medium">{name}</bdi>
          {host && (
            <span className="note ms-2 text-quiet">
              <bdi>{host}</bdi>
            </span>
          )}
          <span className="note block text-quiet">{facts.join(" · ")}</span>
        </p>
        <Form method="post">
          <input type="hidden" name="app" value={clientId} />
          <Button
            variant="quiet"
            name="intent"
            value="disconnect"
            aria-label={t("apps.disconnectLabel", { name })}
          >
            {t("apps.disconnect")}
          </Button>
        </Form>
      </div>
      <ActivityList changes={app.changes} count={app.changeCount} dates={dates} />
    </li>
  );
}
