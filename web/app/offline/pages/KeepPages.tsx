import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Act, Line } from "#app/offline/connection/ConnectionBar";
import { registerWorker, takeUpdate } from "./register-worker";
import { isWritten, watchWriting } from "./written";

/**
 * Keeps the pages of a signed-in person on their device. A new version of the app is taken with the
 * next page; where something is written, the person is asked first.
 */
export function KeepPages() {
  const { t } = useTranslation();
  const { key } = useLocation();
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  const [asks, setAsks] = useState(false);
  const last = useRef(key);

  useEffect(() => {
    // The development server has no files to keep.
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    const stopped = new AbortController();
    const stopWatching = watchWriting();
    // A browser that cannot keep anything works as before.
    registerWorker(setWaiting, stopped.signal).catch(() => {});
    return () => {
      stopped.abort();
      stopWatching();
    };
  }, []);

  useEffect(() => {
    const isNext = last.current !== key;
    last.current = key;
    if (!waiting) return;
    if (isWritten()) setAsks(true);
    else if (isNext) takeUpdate(waiting);
  }, [waiting, key]);

  if (!waiting || !asks) return null;
  return (
    <Line>
      <span className="min-w-0">{t("connection.newVersion")}</span>
      <Act onClick={() => takeUpdate(waiting)}>{t("connection.reload")}</Act>
    </Line>
  );
}
