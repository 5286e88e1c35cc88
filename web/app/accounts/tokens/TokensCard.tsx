import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActivityList } from "#app/accounts/apps/ActivityList";
import type { AccessResult } from "#app/accounts/apps/access-form";
import type { ShownToken } from "#app/accounts/apps/read-access-page.server";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { Button } from "#app/ui/controls/Button";
import { TextField } from "#app/ui/controls/TextField";
import { Card } from "#app/ui/display/Card";
import { classNames } from "#app/ui/styles/class-names";
import { NewTokenForm } from "./NewTokenForm";

/** The access tokens of a person, each of which can be ended, and a form that makes one. */
export function TokensCard({
  tokens,
  hasPassword,
  dates,
  result,
}: {
  tokens: ShownToken[];
  hasPassword: boolean;
  dates: DateContext;
  result?: AccessResult;
}) {
  const { t } = useTranslation();
  return (
    <Card title={t("apps.tokens")}>
      <p className="text-quiet">{t("apps.tokensHint")}</p>
      {result?.ok && (
        <div role="status" className="border-s-2 border-done ps-3">
          <TextField
            label={t("apps.tokenLabel")}
            hint={t("apps.shown", { name: result.name })}
            defaultValue={result.token}
            key={result.token}
            readOnly
            dir="ltr"
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
      )}
      {tokens.length === 0 ? (
        <p>{t("apps.noTokens")}</p>
      ) : (
        <ul className="border-t">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} dates={dates} />
          ))}
        </ul>
      )}
      <NewTokenForm
        key={result?.ok ? result.token : "form"}
        hasPassword={hasPassword}
        failure={result?.ok === false ? result : undefined}
      />
    </Card>
  );
}

function TokenRow({ token, dates }: { token: ShownToken; dates: DateContext }) {
  const { t } = useTranslation();
  const { id, name, start, scopes, ended, expiresAt, lastUsedAt } = token;
  const facts = [
    ...scopes.map((scope) => t(`apps.scope.${scope}`)),
    lastUsedAt ? t("apps.used", { when: dueLabel(lastUsedAt, dates) }) : t("apps.neverUsed"),
  ];
  const end = ended ? t("apps.ended") : t("apps.ends", { when: dueLabel(expiresAt, dates) });
  return (
    <li className="flex flex-col gap-2 border-b py-3">
      <div className="flex items-start gap-4">
        <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <bdi className="font-medium">{name}</bdi>
          <code dir="ltr" className="ms-2 text-[13px] text-quiet">
            {start}…
          </code>
          <span className="note block text-quiet">{facts.join(" · ")}</span>
          <span className={classNames("note block", ended ? "text-danger" : "text-quiet")}>
            {end}
          </span>
        </p>
        <Form method="post">
          <input type="hidden" name="token" value={id} />
          <Button
            variant="quiet"
            name="intent"
            value="end-token"
            aria-label={t("apps.endLabel", { name })}
          >
            {t("apps.end")}
          </Button>
        </Form>
      </div>
      <ActivityList changes={token.changes} count={token.changeCount} dates={dates} />
    </li>
  );
}
