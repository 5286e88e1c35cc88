import { useFetchers } from "@remix-run/react";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useFirstPress } from "#app/ui/keyboard/use-first-press";
import type { Notice } from "./notice";
import {
  NoticeLink,
  NoticeOffer,
  NoticeText,
  noticeCorner,
  noticeFrame,
  UndoForm,
} from "./notice-parts";
import { useUndoLast } from "./use-undo-last";

const load = () => import("./Toasts");
const Nothing = () => <></>;
const Toasts = lazy(() => load().catch(() => ({ default: Nothing })));

/**
 * Shows notices as toasts after hydration: the flash notice of a redirect, and the notices in the
 * results of all fetchers, including those of components that are unmounted by then.
 */
export function Toaster({ flash, timeZone }: { flash: Notice | null; timeZone: string }) {
  const [hydrated, setHydrated] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [notices, setNotices] = useState<Notice[]>([]);
  const seen = useRef(new Set<string>());
  const fetchers = useFetchers();
  const close = (id: string) => setNotices((current) => current.filter((one) => one.id !== id));
  const undoLast = useUndoLast(close);

  useEffect(() => setHydrated(true), []);
  // What is pressed first may have a notice, and the network may be gone by then.
  useFirstPress(useCallback(() => setWanted(true), []));

  useEffect(() => {
    const unseen = [flash, ...fetchers.map((fetcher) => readFetcherNotice(fetcher.data))].filter(
      (notice) => notice !== null && !seen.current.has(notice.id),
    ) as Notice[];
    if (unseen.length === 0) return;
    for (const notice of unseen) seen.current.add(notice.id);
    undoLast.remember(unseen);
    setNotices((current) => [...current, ...unseen].slice(-3));
  }, [flash, fetchers, undoLast]);

  if (!hydrated || (!wanted && notices.length === 0)) return null;
  return (
    <Suspense fallback={flash && <PlainNotice notice={flash} />}>
      <Toasts
        notices={notices}
        timeZone={timeZone}
        onClose={close}
        onUndone={(id) => {
          undoLast.forget(id);
          close(id);
        }}
      />
    </Suspense>
  );
}

function readFetcherNotice(data: unknown): Notice | null {
  if (!data || typeof data !== "object" || !("notice" in data)) return null;
  return (data.notice as Notice | null) ?? null;
}

/**
 * The flash notice before hydration. Without JavaScript it is in the flow above the page; otherwise it
 * is at the position of the toast that replaces it.
 */
export function FlashNotice({ notice }: { notice: Notice | null }) {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);

  if (hydrated || !notice) return null;
  return <PlainNotice notice={notice} />;
}

function PlainNotice({ notice }: { notice: Notice }) {
  return (
    <div role="status" data-flash className={`${noticeCorner} notice-in-flow`}>
      <div className={`${noticeFrame} noscript:shadow-none`}>
        <div className="flex min-w-0 flex-1 flex-col py-1.5">
          <NoticeText notice={notice} />
          <NoticeLink notice={notice} />
          <NoticeOffer notice={notice} />
        </div>
        {notice.undo && <UndoForm undo={notice.undo} />}
      </div>
    </div>
  );
}
