import { Link } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { PRIORITIES } from "#app/tasks/task/task";
import { classNames } from "#app/ui/styles/class-names";
import { type ListView, viewHref } from "./list-view";

/** The filters of the list beside its search as chips: a tap is enough. */
export function FilterChips({ view, categories }: { view: ListView; categories: string[] }) {
  const { t } = useTranslation();
  const { category } = view;
  const names = !category || categories.includes(category) ? categories : [category, ...categories];
  return (
    <div className="flex flex-col gap-4 p-4">
      <Chips label={t("tasks.add.priority")}>
        {[...PRIORITIES].reverse().map((priority) => (
          <Chip
            key={priority}
            chosen={view.priority === priority}
            to={{ ...view, priority: view.priority === priority ? null : priority }}
          >
            {t(`tasks.priority.${priority}`)}
          </Chip>
        ))}
      </Chips>
      <Chips label={t("tasks.add.date")}>
        <Chip chosen={view.overdue} to={{ ...view, overdue: !view.overdue }}>
          {t("tasks.numbers.overdue")}
        </Chip>
      </Chips>
      {names.length > 0 && (
        <Chips label={t("tasks.add.category")}>
          {names.map((name) => (
            <Chip
              key={name}
              chosen={category === name}
              to={{ ...view, category: category === name ? null : name }}
            >
              <bdi>{name}</bdi>
            </Chip>
          ))}
        </Chips>
      )}
    </div>
  );
}

/** What the chips have chosen, for the form of the search beside them. */
export function ChosenFields({ view: { priority, category, overdue } }: { view: ListView }) {
  return (
    <>
      {priority && <input type="hidden" name="priority" value={priority} />}
      {category && <input type="hidden" name="category" value={category} />}
      {overdue && <input type="hidden" name="overdue" value="true" />}
    </>
  );
}

function Chips({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div>
      <p id={id} className="note pb-1 text-quiet">
        {label}
      </p>
      <ul aria-labelledby={id} className="flex flex-wrap gap-2">
        {children}
      </ul>
    </div>
  );
}

/** Chosen, or taken away by another tap. */
function Chip({ chosen, to, children }: { chosen: boolean; to: ListView; children: ReactNode }) {
  return (
    <li className="max-w-full">
      <Link
        to={viewHref(to)}
        replace
        preventScrollReset
        aria-current={chosen ? "true" : undefined}
        className={classNames(
          "dense inline-flex min-h-11 max-w-full items-center rounded-control border px-4",
          chosen ? "border-ink bg-ink text-page" : "border-edge text-ink",
        )}
      >
        <span className="truncate">{children}</span>
      </Link>
    </li>
  );
}
