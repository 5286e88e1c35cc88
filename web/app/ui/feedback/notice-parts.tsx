import { Link, useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { textAction } from "#app/ui/controls/Button";
import type { Notice } from "./notice";

/** The box of a notice, and the corner of the page in which notices are. */
export const noticeFrame =
  "flex min-h-10 w-full items-center justify-between gap-2 border border-hairline bg-raised ps-4 shadow-float";
export const noticeCorner = "notices fixed z-50 flex flex-col gap-2";

/** What a notice says: what happened, to what, and when that is. */
export function NoticeText({ notice, when }: { notice: Notice; when?: string }) {
  const { t } = useTranslation();
  const { about } = notice;
  return (
    <>
      <span className="notice-text block truncate">
        <span>{t(`notices.${notice.kind}`)}</span>
        {when && <span className="note ms-3 text-quiet normal-case">{when}</span>}
      </span>
      {about && <bdi className="notice-text block truncate font-medium">{about.title}</bdi>}
    </>
  );
}

/** Where the person may want to go after what a notice tells. */
export function NoticeLink({ notice, onFollowed }: { notice: Notice; onFollowed?: () => void }) {
  const { t } = useTranslation();
  if (!notice.link) return null;
  return (
    <Link
      to={notice.link.to}
      onClick={onFollowed}
      className={`dense inline-flex items-start ${textAction}`}
    >
      {t(`notices.${notice.link.label}`)}
    </Link>
  );
}

/** What the person may want to do after what a notice tells. */
export function NoticeOffer({ notice, onSent }: { notice: Notice; onSent?: () => void }) {
  const { t } = useTranslation();
  const { offer } = notice;
  if (!offer) return null;
  return (
    <NoticeForm form={offer} onSent={onSent} className="items-start">
      {t(`notices.${offer.label}`)}
    </NoticeForm>
  );
}

/** The form that undoes what a notice tells. */
export function UndoForm({
  undo,
  onSent,
}: {
  undo: NonNullable<Notice["undo"]>;
  onSent?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <NoticeForm form={undo} onSent={onSent} className="px-3">
      {t("notices.undo")}
    </NoticeForm>
  );
}

function NoticeForm({
  form,
  onSent,
  className,
  children,
}: {
  form: NonNullable<Notice["undo"]>;
  onSent?: () => void;
  className: string;
  children: string;
}) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={form.action} onSubmit={onSent}>
      {Object.entries(form.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={`dense ${className} ${textAction}`}>
        {children}
      </button>
    </fetcher.Form>
  );
}
