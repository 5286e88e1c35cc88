import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/Button";
import { Modal } from "./Modal";

const KEYS = [
  ["j", "next"],
  ["k", "previous"],
  ["Enter", "open"],
  ["x", "complete"],
  ["e", "rename"],
  ["v", "select"],
  ["c", "add"],
  ["/", "search"],
  ["Esc", "close"],
  ["Ctrl K", "palette"],
  ["?", "help"],
] as const;

/** What every key does. */
export default function ShortcutsHelp({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Modal label={t("list.keys.title")} onClose={onClose}>
      <div className="flex flex-col gap-4 p-6">
        <h2 className="display size-heading">{t("list.keys.title")}</h2>
        <dl className="grid gap-x-8 gap-y-2 md:grid-cols-2">
          {KEYS.map(([key, name]) => (
            <div key={key} className="flex items-baseline gap-4">
              <dt className="w-16 shrink-0">
                <kbd dir="ltr" className="note rounded-control border border-edge px-2 py-1">
                  {key}
                </kbd>
              </dt>
              <dd className="dense">{t(`list.keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <Button>{t("notices.close")}</Button>
        </form>
      </div>
    </Modal>
  );
}
