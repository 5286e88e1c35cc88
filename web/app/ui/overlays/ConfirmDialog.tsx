import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/controls/Button";
import { Dialog } from "./Dialog";

/**
 * Asks for confirmation of an irreversible action; undoable actions show a notice with undo instead.
 * Cancel comes first and so has the initial focus.
 *
 * @param confirm label of the button, as a verb: "Delete 12 tasks"
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
