import { Link, useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NameField } from "#app/tasks/groups/NamedRow";
import type { ListView } from "#app/tasks/list/list-view";
import { viewHref } from "#app/tasks/list/list-view";
import { Button } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import type { FilterFailure } from "./filter-form";
import { isView } from "./saved-filter";

/** Keeps what the list shows under a name; says the name where it is kept. Without script too. */
export function KeepFilter({ view, savedAs }: { view: ListView; savedAs: string | null }) {
  const { t } = useTranslation();
  const href = viewHref(view);
  const keeping = useFetcher<FilterFailure>({ key: `keep ${href}` });
  if (!isView(view)) return null;
  if (savedAs !== null) {
    return (
      <p className="note flex min-h-11 flex-wrap items-center gap-x-3 text-quiet print:hidden">
        <span>
          {t("list.filter.kept")} <bdi className="text-ink">{savedAs}</bdi>
        </span>
        <Link to="/lists#filters" className="underline decoration-edge underline-offset-4">
          {t("list.filter.change")}
        </Link>
      </p>
    );
  }
  const failure = keeping.state === "idle" ? keeping.data : undefined;
  return (
    <details key={href} className="print:hidden">
      <summary className="note inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4 pointer:hover:text-ink">
        {t("list.filter.keep")}
      </summary>
      <keeping.Form
        method="post"
        action="/lists"
        preventScrollReset
        className="flex max-w-md items-end gap-3 pb-3"
      >
        <input type="hidden" name="intent" value="create" />
        <input type="hidden" name="kind" value="filter" />
        <input type="hidden" name="view" value={href.split("?")[1] ?? ""} />
        <NameField
          label={t("list.filter.name")}
          aria-invalid={failure?.problem ? true : undefined}
          className="flex-1"
        />
        <Button variant="plain">{t("list.filter.keepIt")}</Button>
      </keeping.Form>
      {failure?.problem && <Problem>{t(`list.filter.problem.${failure.problem}`)}</Problem>}
    </details>
  );
}
