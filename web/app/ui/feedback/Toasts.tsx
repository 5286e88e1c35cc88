import { X } from "lucide-react";
import { Toast } from "radix-ui";
import { useTranslation } from "react-i18next";
import { directionOf } from "#app/i18n/language";
import { IconButton } from "#app/ui/controls/Button";
import type { Notice } from "./notice";
import { NoticeLink, NoticeOffer, noticeCorner, noticeFrame, UndoForm } from "./notice-parts";

const DURATION_MS = 4000;
/** Of a notice that leads somewhere: it is read, and not only seen. */
const LINK_DURATION_MS = 20_000;

/** Notices in the corner of the page. Loaded when the first may come: most of it is a library. */
export default function Toasts({
  notices,
  onClose,
}: {
  notices: readonly Notice[];
  onClose(id: string): void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <Toast.Provider
      duration={DURATION_MS}
      swipeDirection={directionOf(i18n.language) === "rtl" ? "left" : "right"}
      label={t("notices.label")}
    >
      {notices.map((notice) => (
        <Toast.Root
          key={notice.id}
          type="background"
          duration={notice.link || notice.offer ? LINK_DURATION_MS : DURATION_MS}
          onOpenChange={(open) => !open && onClose(notice.id)}
          className={`appear ${noticeFrame}`}
        >
          <div className="flex flex-col">
            <Toast.Title className="dense py-3">{t(`notices.${notice.kind}`)}</Toast.Title>
            <NoticeLink notice={notice} onFollowed={() => onClose(notice.id)} />
            <NoticeOffer notice={notice} onSent={() => onClose(notice.id)} />
          </div>
          <div className="flex shrink-0 items-center">
            {notice.undo && <UndoForm undo={notice.undo} onSent={() => onClose(notice.id)} />}
            <Toast.Close asChild>
              <IconButton type="button" label={t("notices.close")}>
                <X aria-hidden="true" size={16} strokeWidth={1.5} />
              </IconButton>
            </Toast.Close>
          </div>
        </Toast.Root>
      ))}
      <Toast.Viewport data-above label={t("notices.region")} className={noticeCorner} />
    </Toast.Provider>
  );
}
