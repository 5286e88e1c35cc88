import { X } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "#app/ui/controls/Button";
import { Kbd } from "#app/ui/display/Kbd";
import { Dialog } from "#app/ui/overlays/Dialog";
import { listedShortcuts } from "./shortcuts";

/** A dialog with the keyboard shortcuts of the current page. */
export default function ShortcutsHelp({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Dialog labelledBy={id} onClose={onClose}>
      <div className="flex flex-col gap-6 p-6">
        <form method="dialog" className="-me-3 flex items-center justify-between gap-4">
          <h2 id={id} className="display size-heading">
            {t("ui.keys.title")}
          </h2>
          <IconButton label={t("ui.close")}>
            <X aria-hidden="true" size={20} strokeWidth={1.5} />
          </IconButton>
        </form>
        {listedShortcuts().map(({ title, shortcuts }) => (
          <section key={title} aria-label={title} className="flex flex-col gap-3">
            <h3 className="note text-quiet">{title}</h3>
            <dl className="grid gap-x-8 gap-y-2 md:grid-cols-2">
              {shortcuts.map(({ keys, label }) => (
                <div key={keys} className="flex items-baseline gap-4">
                  <dt className="w-20 shrink-0">
                    <Kbd keys={keys} />
                  </dt>
                  <dd className="dense">{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
