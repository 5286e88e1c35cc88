import { X } from "lucide-react";
import { Toast } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dueLabel } from "#app/i18n/dates";
import { directionOf } from "#app/i18n/language";
import { useDates } from "#app/i18n/use-format";
import { IconButton } from "#app/ui/controls/Button";
import { classNames } from "#app/ui/styles/class-names";
import type { Notice } from "./notice";
import {
  NoticeLink,
  NoticeOffer,
  NoticeText,
  noticeCorner,
  noticeFrame,
  UndoForm,
} from "./notice-parts";

const DURATION_MS = 4000;
/** Of a notice that leads somewhere: it is read, and not only seen. */
const LINK_DURATION_MS = 20_000;

/**
 * Notices over the header of the page, the newest in front of the others. Loaded when the first may
 * come: most of it is a library.
 */
export default function Toasts({
  notices,
  timeZone,
  onClose,
  onUndone,
}: {
  notices: readonly Notice[];
  /** Of the person; the days that notices name are by it. */
  timeZone: string;
  onClose(id: string): void;
  onUndone(id: string): void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <Toast.Provider
      duration={DURATION_MS}
      swipeDirection={directionOf(i18n.language) === "rtl" ? "left" : "right"}
      label={t("notices.label")}
    >
      {notices.map((notice, index) => (
        <OneToast
          key={notice.id}
          notice={notice}
          timeZone={timeZone}
          behind={notices.length - 1 - index}
          others={index}
          onClose={() => onClose(notice.id)}
          onUndone={() => onUndone(notice.id)}
        />
      ))}
      <Toast.Viewport data-above label={t("notices.region")} className={noticeCorner} />
    </Toast.Provider>
  );
}

function OneToast({
  notice,
  timeZone,
  behind,
  others,
  onClose,
  onUndone,
}: {
  notice: Notice;
  timeZone: string;
  /** How many stand in front of it: it waits behind them, and is there when they have gone. */
  behind: number;
  /** How many are behind it. */
  others: number;
  onClose(): void;
  onUndone(): void;
}) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date().toISOString());
  const dates = useDates(timeZone, now);
  const when = notice.about?.when;
  return (
    <Toast.Root
      type="background"
      duration={notice.link || notice.offer ? LINK_DURATION_MS : DURATION_MS}
      onOpenChange={(open) => !open && onClose()}
      className={classNames("appear", noticeFrame, behind > 0 && "hidden")}
    >
      <div className="flex min-w-0 flex-1 flex-col">
        <Toast.Title asChild>
          <div>
            <NoticeText notice={notice} when={when ? dueLabel(when, dates) : undefined} />
          </div>
        </Toast.Title>
        <NoticeLink notice={notice} onFollowed={onClose} />
        <NoticeOffer notice={notice} onSent={onClose} />
      </div>
      <div className="flex shrink-0 items-center">
        {others > 0 && (
          <span className="note figures text-quiet" title={t("notices.more", { count: others })}>
            <span aria-hidden="true">+{others}</span>
            <span className="sr-only">{t("notices.more", { count: others })}</span>
          </span>
        )}
        {notice.undo && <UndoForm undo={notice.undo} onSent={onUndone} />}
        <Toast.Close asChild>
          <IconButton type="button" label={t("notices.close")}>
            <X aria-hidden="true" size={16} strokeWidth={1.5} />
          </IconButton>
        </Toast.Close>
      </div>
    </Toast.Root>
  );
}
