import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "#app/i18n/use-format";
import { Button } from "#app/ui/controls/Button";
import { InlineSelect } from "#app/ui/controls/InlineField";
import { ColourDot } from "./ColourDot";
import { COLOURS, type Group, type GroupKind } from "./group";
import type { GroupFailure } from "./group-form";
import { groupHref } from "./group-href";
import { MoveButtons } from "./MoveButtons";
import { AboutFields, EditFold, NameField } from "./NamedRow";

/** One list or label, with what can be done with it behind a fold; without script too. */
export function GroupRow({
  kind,
  group,
  groups,
  isFirst,
  isLast,
  failure,
}: {
  kind: GroupKind;
  group: Group;
  /** All of its kind. */
  groups: Group[];
  isFirst: boolean;
  isLast: boolean;
  failure?: GroupFailure;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { name, open, total, archived } = group;
  return (
    <li aria-label={name} className="relative flex flex-wrap items-center gap-x-3 border-b">
      <ColourDot colour={group.colour} />
      <Link
        to={groupHref(kind, name)}
        prefetch="intent"
        className="inline-flex min-h-12 min-w-0 flex-1 flex-wrap items-center gap-x-4 [overflow-wrap:anywhere]"
      >
        <bdi>{kind === "label" ? `@${name}` : name}</bdi>
        <span className="note figures text-quiet">
          {t("lists.open", { count: open })}
          {total > open && ` · ${t("lists.total", { total: numbers.count(total) })}`}
        </span>
      </Link>
      {!archived && (
        <MoveButtons kind={kind} id={group.id} name={name} isFirst={isFirst} isLast={isLast} />
      )}
      <EditFold name={name} problem={failure && t(`lists.${failure.problem}`)} rows={groups.length}>
        {() => (
          <>
            <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
              <AboutFields kind={kind} id={group.id} intent="change" />
              <NameField
                label={t("lists.name")}
                defaultValue={failure?.name ?? name}
                className="min-w-40 flex-1"
              />
              <InlineSelect
                label={t("lists.colour")}
                name="colour"
                defaultValue={group.colour ?? ""}
              >
                <option value="">{t("lists.noColour")}</option>
                {COLOURS.map((colour) => (
                  <option key={colour} value={colour}>
                    {t(`lists.colours.${colour}`)}
                  </option>
                ))}
              </InlineSelect>
              <Button>{t("lists.save")}</Button>
            </Form>
            <Form method="post" preventScrollReset>
              <AboutFields kind={kind} id={group.id} intent="archive" />
              <input type="hidden" name="archived" value={String(!archived)} />
              <Button variant="quiet" className="-ms-4">
                {t(archived ? "lists.unarchive" : "lists.archive")}
              </Button>
            </Form>
            {groups.length > 1 && (
              <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
                <AboutFields kind={kind} id={group.id} intent="merge" />
                <InlineSelect label={t("lists.mergeInto")} name="into" className="min-w-40 flex-1">
                  {groups
                    .filter(({ id }) => id !== group.id)
                    .map((other) => (
                      <option key={other.id} value={other.id}>
                        {other.name}
                      </option>
                    ))}
                </InlineSelect>
                <Button>{t("lists.merge")}</Button>
              </Form>
            )}
            <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
              <AboutFields kind={kind} id={group.id} intent="delete" />
              <InlineSelect label={t("lists.leftover")} name="tasks" className="min-w-40 flex-1">
                <option value="keep">{t("lists.keep")}</option>
                <option value="trash">{t("lists.trash")}</option>
              </InlineSelect>
              <Button variant="danger">{t("lists.remove")}</Button>
            </Form>
          </>
        )}
      </EditFold>
    </li>
  );
}
