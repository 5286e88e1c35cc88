import { useFetcher, useFetchers } from "@remix-run/react";
import { X } from "lucide-react";
import { Toast } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { directionOf } from "#app/i18n/language";
import { IconButton } from "./Button";
import type { Notice } from "./notice";

const FOUR_SECONDS = 4000;

const frame =
  "flex min-h-12 w-full items-center justify-between gap-2 border border-hairline bg-raised ps-4 shadow-float md:w-80";
const corner = "notices fixed z-50 flex flex-col gap-2";

/**
 * Toasts, bottom end, four seconds, once the script is there: what a redirect brought along, and
 * what fetchers bring, wherever they were sent from, even by a row that is gone.
 */
export function Toaster({ flash }: { flash: Notice | null }) {
  const { t, i18n } = useTranslation();
  const [live, setLive] = useState(false);
  const [notices, setNotices] = useState<Notice[]>([]);
  const seen = useRef(new Set<string>());
  const fetchers = useFetchers();

  useEffect(() => setLive(true), []);

  useEffect(() => {
    const fresh = [flash, ...fetchers.map((fetcher) => noticeIn(fetcher.data))].filter(
      (notice) => notice !== null && !seen.current.has(notice.id),
    ) as Notice[];
    if (fresh.length === 0) return;
    for (const notice of fresh) seen.current.add(notice.id);
    setNotices((current) => [...current, ...fresh].slice(-3));
  }, [flash, fetchers]);

  if (!live) return null;

  const close = (id: string) => setNotices((current) => current.filter((one) => one.id !== id));

  return (
    <Toast.Provider
      duration={FOUR_SECONDS}
      swipeDirection={directionOf(i18n.language) === "rtl" ? "left" : "right"}
      label={t("notices.label")}
    >
      {notices.map((notice) => (
        <Toast.Root
          key={notice.id}
          type="background"
          onOpenChange={(open) => !open && close(notice.id)}
          className={`appear ${frame}`}
        >
          <Toast.Title className="dense py-3">{t(`notices.${notice.kind}`)}</Toast.Title>
          <div className="flex items-center">
            {notice.undo && <UndoForm undo={notice.undo} onSent={() => close(notice.id)} />}
            <Toast.Close asChild>
              <IconButton type="button" label={t("notices.close")}>
                <X aria-hidden="true" size={16} strokeWidth={1.5} />
              </IconButton>
            </Toast.Close>
          </div>
        </Toast.Root>
      ))}
      <Toast.Viewport data-above label={t("notices.region")} className={corner} />
    </Toast.Provider>
  );
}

function noticeIn(data: unknown): Notice | null {
  if (!data || typeof data !== "object" || !("notice" in data)) return null;
  return (data.notice as Notice | null) ?? null;
}

/**
 * What a redirect brought along, until the script is there. Where none will come it stands in the
 * flow, above the page, and covers nothing; elsewhere it stands where the toast will, and moves nothing.
 */
export function FlashNotice({ notice }: { notice: Notice | null }) {
  const { t } = useTranslation();
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);

  if (live || !notice) return null;
  return (
    <div role="status" data-flash className={`${corner} notice-in-flow`}>
      <div className={`${frame} noscript:shadow-none`}>
        <span className="dense py-3">{t(`notices.${notice.kind}`)}</span>
        {notice.undo && <UndoForm undo={notice.undo} />}
      </div>
    </div>
  );
}

function UndoForm({ undo, onSent }: { undo: NonNullable<Notice["undo"]>; onSent?: () => void }) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={undo.action} onSubmit={onSent}>
      {Object.entries(undo.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className="dense min-h-11 px-3 font-medium underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
      >
        {t("notices.undo")}
      </button>
    </fetcher.Form>
  );
}
