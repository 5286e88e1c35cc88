import { CircleAlert, Clock } from "lucide-react";
import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "#app/ui/styles/class-names";

/** The tasks with changes that this device has not sent: they wait, or something stopped them. */
export const WaitingTasks = createContext<ReadonlyMap<number, "waits" | "stopped">>(new Map());

/** Says in the row of a task that a change of it has not been sent. */
export function WaitingMark({ id }: { id: number }) {
  const { t } = useTranslation();
  const state = useContext(WaitingTasks).get(id);
  if (!state) return null;
  const Icon = state === "waits" ? Clock : CircleAlert;
  return (
    <p
      data-waiting={state}
      className={classNames(
        "note flex items-center gap-1",
        state === "waits" ? "text-quiet" : "text-danger",
      )}
    >
      <Icon aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />
      {t(`list.${state}`)}
    </p>
  );
}
