import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { clockLabel, timeIn } from "#app/i18n/dates";
import { useReading } from "#app/i18n/use-format";
import { ErrorState } from "#app/ui/ErrorState";
import { Problem } from "#app/ui/Problem";
import { useRefresh } from "#app/ui/use-refresh";

/** Stands where a list would be that could not be loaded. */
export function ListLost() {
  const { t } = useTranslation();
  const refresh = useRefresh();
  return <ErrorState title={t("list.lost.list")} safe={t("list.lost.safe")} onRetry={refresh} />;
}

/** A line above a list that may be out of date; it looks again when the browser is back online. */
export function StaleLine({
  stale,
  now,
  timeZone,
}: {
  stale: boolean;
  now: string;
  timeZone: string;
}) {
  const { t } = useTranslation();
  const reading = useReading();
  const refresh = useRefresh();
  const offline = useOffline();
  useEffect(() => {
    if (!stale) return;
    window.addEventListener("online", refresh);
    return () => window.removeEventListener("online", refresh);
  }, [stale, refresh]);
  if (!stale && !offline) return null;
  const time = clockLabel(timeIn(new Date(now), timeZone), reading);
  return (
    <div className="py-3">
      <Problem
        action={
          stale && (
            <button
              type="button"
              onClick={refresh}
              className="min-h-11 font-medium underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
            >
              {t("errors.again")}
            </button>
          )
        }
      >
        {t(offline ? "list.lost.offline" : "list.lost.stale", { time })}
      </Problem>
    </div>
  );
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return offline;
}
