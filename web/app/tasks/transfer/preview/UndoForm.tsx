import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { textAction } from "#app/ui/controls/Button";

/** The form that undoes an import. */
export function UndoForm({
  importId,
  label,
  name,
}: {
  importId: string;
  label: string;
  /** The accessible name, where several stand beside each other. */
  name?: string;
}) {
  const { t } = useTranslation();
  const { formData, state } = useNavigation();
  const undoing = state !== "idle" && formData?.get("import") === importId;
  return (
    <Form method="post" action="/tasks/files" preventScrollReset>
      <input type="hidden" name="intent" value="undo" />
      <input type="hidden" name="import" value={importId} />
      <button
        type="submit"
        aria-label={name}
        aria-disabled={undoing || undefined}
        className={textAction}
      >
        {undoing ? t("files.undoing") : label}
      </button>
    </Form>
  );
}
