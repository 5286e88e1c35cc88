import { useFetcher } from "@remix-run/react";
import { MoreHorizontal } from "lucide-react";
import { lazy, type ReactNode, Suspense, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DesignTexts } from "#app/i18n/design";
import { Button } from "#app/ui/controls/Button";
import { Card } from "#app/ui/display/Card";
import { ConfirmDialog } from "#app/ui/overlays/ConfirmDialog";
import { Dialog } from "#app/ui/overlays/Dialog";
import { Menu, menuItem } from "#app/ui/overlays/Menu";
import { Sheet } from "#app/ui/overlays/Sheet";

const SamplePalette = lazy(() => import("./SamplePalette"));

type Shown = "dialog" | "confirm" | "side" | "corner" | "palette" | null;

/** Menus, dialogs, sheets, palette and toasts. */
export function Overlays({ words }: { words: DesignTexts }) {
  const [shown, setShown] = useState<Shown>(null);
  const notice = useFetcher();
  const close = () => setShown(null);
  const opener = (what: Shown, label: string) => (
    <Button type="button" onClick={() => setShown(what)} data-opens={what}>
      {label}
    </Button>
  );
  return (
    <Card title={words.floating}>
      <div className="flex flex-wrap items-center gap-3">
        <Menu
          label={words.menu}
          trigger={<MoreHorizontal aria-hidden="true" size={20} strokeWidth={1.5} />}
          panelClassName="p-2 md:start-0 md:end-auto md:w-56"
        >
          {[words.rename, words.copy].map((label) => (
            <button key={label} type="button" data-closes className={menuItem}>
              {label}
            </button>
          ))}
        </Menu>
        {opener("dialog", words.dialog)}
        {opener("confirm", words.confirm)}
        {opener("side", words.sheet)}
        {opener("corner", words.corner)}
        {opener("palette", words.palette)}
        <notice.Form method="post" action="/design">
          <Button data-opens="notice">{words.toast}</Button>
        </notice.Form>
      </div>
      {shown === "dialog" && (
        <SampleDialog title={words.dialogTitle} onClose={close}>
          {words.dialogText}
        </SampleDialog>
      )}
      {shown === "confirm" && (
        <ConfirmDialog
          title={words.confirmTitle}
          confirm={words.confirmDo}
          onConfirm={close}
          onClose={close}
        >
          {words.confirmText}
        </ConfirmDialog>
      )}
      {(shown === "side" || shown === "corner") && (
        <SampleSheet place={shown} words={words} onClose={close} />
      )}
      <Suspense>{shown === "palette" && <SamplePalette words={words} onClose={close} />}</Suspense>
    </Card>
  );
}

function SampleDialog({
  title,
  children,
  onClose,
}: {
  title: string;
  children: ReactNode;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Dialog labelledBy={id} onClose={onClose}>
      <form method="dialog" className="flex flex-col items-start gap-4 p-6">
        <h2 id={id} className="display size-heading">
          {title}
        </h2>
        <p>{children}</p>
        <Button>{t("ui.close")}</Button>
      </form>
    </Dialog>
  );
}

function SampleSheet({
  place,
  words,
  onClose,
}: {
  place: "side" | "corner";
  words: DesignTexts;
  onClose(): void;
}) {
  const id = useId();
  return (
    <Sheet place={place} labelledBy={id} onClose={onClose}>
      <div className="flex flex-col items-start gap-4 p-6">
        <h2 id={id} tabIndex={-1} className="display size-heading">
          {words.sheetTitle}
        </h2>
        <p>{words.dialogText}</p>
        <Button type="button" onClick={onClose}>
          {words.plain}
        </Button>
      </div>
    </Sheet>
  );
}
