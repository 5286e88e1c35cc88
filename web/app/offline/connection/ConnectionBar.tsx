import { useLocation, useNavigate, useNavigation } from "@remix-run/react";
import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { clockLabel, dayIn, dayLabel, timeIn } from "#app/i18n/dates";
import { useDates } from "#app/i18n/use-format";
import { OFFLINE_PAGE } from "#app/offline/pages/kept-pages";
import { textAction } from "#app/ui/controls/Button";
import type { Connection } from "./connection";
import { giveUpForms, tryAgain } from "./retries";
import { useConnection } from "./use-connection";
import { useRecovery } from "./use-recovery";

/**
 * Says in one line what is wrong with the connection, of when what is shown is, and what has not been
 * sent; with what can be done about it. The page below stays as it is.
 */
export function ConnectionBar({ timeZone = "UTC" }: { timeZone?: string }) {
  const { t } = useTranslation();
  const connection = useConnection();
  const { recover, isLate } = useRecovery(connection);
  const navigation = useNavigation();
  const navigate = useNavigate();
  const age = useAge(connection, timeZone);
  const { online, problem, held } = connection;
  const isHeld = held.loads + held.forms > 0;
  // A kept page is replaced within a moment where the network is good.
  if (online && !isHeld && !isLate) return null;

  const reason = t(`connection.${online && !isHeld ? "slow" : (problem ?? "network")}`);
  const leaving = held.loads > 0 && navigation.location !== undefined;
  // A load that replaces the one that is held ends it.
  const stay = () => navigate(location, { replace: true, preventScrollReset: true });

  return (
    <Line>
      <span className="min-w-0 flex-1 basis-52 [overflow-wrap:anywhere]">
        {reason} {held.forms > 0 ? t("connection.form") : leaving ? t("connection.page") : age}
      </span>
      {held.forms > 0 ? (
        <>
          <Act onClick={() => tryAgain("form")}>{t("connection.send")}</Act>
          <Act onClick={giveUpForms}>{t("connection.doNotSend")}</Act>
        </>
      ) : (
        <Act onClick={recover}>{t("connection.again")}</Act>
      )}
      {leaving && held.forms === 0 && <Act onClick={stay}>{t("connection.stay")}</Act>}
    </Line>
  );
}

/** One line below the header, which stays in sight and is announced. */
export function Line({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t("connection.label")}
      className="sticky top-0 z-10 border-b bg-page print:hidden"
    >
      <div
        role="status"
        className="dense mx-auto flex min-h-11 max-w-[1280px] flex-wrap items-center gap-x-3 px-4 py-1 md:px-8"
      >
        <CloudOff aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />
        {children}
      </div>
    </section>
  );
}

/** What can be done, in the line. */
export function Act({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <button type="button" onClick={onClick} className={textAction}>
      {children}
    </button>
  );
}

/** Of when what is shown is: "This is as it was at 14:05." */
function useAge({ servedFrom, loadedAt }: Connection, timeZone: string): string {
  const { t } = useTranslation();
  const dates = useDates(timeZone, new Date().toISOString());
  // The frame shows nothing that has an age.
  const isFrame = useLocation().pathname === OFFLINE_PAGE;
  const from = servedFrom ?? loadedAt;
  if (!from || isFrame) return "";
  const clock = clockLabel(timeIn(from, timeZone), dates);
  const day = dayIn(timeZone, from);
  const isToday = day === dayIn(timeZone, new Date());
  return t("connection.asOf", { time: isToday ? clock : `${dayLabel(day, dates)} ${clock}` });
}
