import { useFetcher } from "@remix-run/react";
import { ChevronsUpDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDates } from "#app/i18n/use-format";
import { groupOf } from "#app/tasks/list/due-groups";
import { useRowKey } from "#app/tasks/row/row-keys";
import { TaskRow } from "#app/tasks/row/TaskRow";
import { useRovingTabIndex } from "#app/tasks/row/use-roving-tabindex";
import { positionBetween, positionOf } from "#app/tasks/task/position";
import type { Task } from "#app/tasks/task/task";
import { IconButton } from "#app/ui/controls/Button";
import { useDragOrder } from "#app/ui/lists/use-drag-order";
import { useReflow } from "#app/ui/lists/use-reflow";
import { type GroupSort, sortTasks } from "./group-view";

/** The tasks of a list in one order; in a person's own, each is moved by a grip or the arrow keys. */
export function OrderedTasks({
  tasks: unsorted,
  sort,
  inList,
  timeZone,
  now,
  openedId,
  hrefOf,
}: {
  tasks: readonly Task[];
  sort: GroupSort;
  /** All of them are in the list whose page it is. */
  inList: boolean;
  timeZone: string;
  now: string;
  openedId: number | null;
  /** The address that opens a task. */
  hrefOf(id: number): string;
}) {
  const { t } = useTranslation();
  const keyOf = useRowKey();
  const dates = useDates(timeZone, now);
  const tasks = sortTasks(unsorted, sort);
  const ids = tasks.map(({ id }) => id);
  const rows = useRovingTabIndex(ids);
  const container = useReflow<HTMLUListElement>(ids.join());
  const moving = useFetcher();
  const [said, setSaid] = useState("");

  const move = (task: Task, to: number) => {
    const others = tasks.filter(({ id }) => id !== task.id);
    const place = Math.max(0, Math.min(others.length, to));
    if (tasks[place]?.id === task.id) return;
    const [before, after] = [others[place - 1], others[place]];
    const position = positionBetween(
      before ? positionOf(before) : null,
      after ? positionOf(after) : null,
    );
    const form = { intent: "place", id: String(task.id), position };
    moving.submit(form, { method: "post", action: "/tasks" });
    const count = others.length + 1;
    setSaid(t("list.steps.moved", { title: task.title, place: place + 1, count }));
  };

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <ul ref={container} onFocus={rows.onFocus} className="border-t">
        {tasks.map((task, at) => (
          <TaskRow
            key={keyOf(task.id)}
            task={task}
            group={groupOf(task, new Date(now), timeZone, dates.firstWeekday)}
            dates={dates}
            href={hrefOf(task.id)}
            opened={openedId === task.id}
            tabbable={rows.current === null || rows.current === task.id}
            selected={null}
            onSelect={nothing}
            inList={inList}
            grip={
              sort === "position" ? (
                <OrderGrip task={task} at={at} onMove={(to) => move(task, to)} />
              ) : undefined
            }
          />
        ))}
      </ul>
    </>
  );
}

const nothing = () => {};

function OrderGrip({ task, at, onMove }: { task: Task; at: number; onMove(to: number): void }) {
  const { t } = useTranslation();
  const grip = useDragOrder(at, onMove);
  return (
    <IconButton
      type="button"
      label={t("lists.place", { title: task.title })}
      className="touch-none noscript:hidden"
      {...grip}
    >
      <ChevronsUpDown aria-hidden="true" size={20} strokeWidth={1.5} />
    </IconButton>
  );
}
