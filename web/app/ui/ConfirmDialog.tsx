import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

/**
 * Asks before something that cannot be taken back. The way out comes first, so that it has the
 * focus; what can be undone is not asked about but has its undo in a notice.
 *
 * @param confirm what the button does, as a verb: "Delete 12 tasks"
 */
export function ConfirmDialog({
  title,
  children,
  confirm,
  onConfirm,
  onClose,
}: {
  title: string;
  children?: ReactNode;
  confirm: string;
  onConfirm(): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Dialog
      role="alertdialog"
      labelledBy={`${id}-title`}
      describedBy={children ? `${id}-body` : undefined}
      onClose={onClose}
      className="w-md"
    >
      <div className="flex flex-col gap-4 p-6">
        <h2 id={`${id}-title`} className="display size-heading">
          {title}
        </h2>
        {children && (
          <div id={`${id}-body`} className="text-quiet">
            {children}
          </div>
        )}
        <form method="dialog" className="flex flex-wrap justify-end gap-3 pt-2">
          <Button>{t("ui.cancel")}</Button>
          <Button variant="danger" onClick={onConfirm}>
            {confirm}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
