import { FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "#app/ui/styles/class-names";

/** A place for a file: it is dropped there, or chosen by the button in it. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [over, setOver] = useState(false);
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(event.type === "dragover");
    const [file] = event.dataTransfer.files;
    if (event.type === "drop" && file) onFile(file);
  };
  return (
    <fieldset
      onDragOver={onDrag}
      onDragLeave={() => setOver(false)}
      onDrop={onDrag}
      className={classNames(
        "flex flex-col items-center gap-3 border border-dashed px-4 py-8 text-center",
        over ? "border-accent bg-hairline" : "border-edge",
      )}
    >
      <legend className="sr-only">{t("files.file")}</legend>
      <p className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1">
        <span className="relative inline-flex">
          <input
            id={id}
            type="file"
            className="peer absolute inset-0 size-full cursor-pointer opacity-0"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) onFile(file);
              // The same file may be chosen again after it was changed.
              target.value = "";
            }}
          />
          <label
            htmlFor={id}
            className="pointer-events-none inline-flex min-h-11 items-center gap-2 rounded-control bg-accent px-4 text-[15px] leading-[22px] font-medium text-on-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
          >
            <FileUp aria-hidden="true" size={20} strokeWidth={1.5} />
            {t("files.choose")}
          </label>
        </span>
        <span className="hidden text-quiet pointer:inline">{t("files.drop")}</span>
      </p>
      <p className="dense max-w-[52ch] text-quiet">{t("files.known")}</p>
    </fieldset>
  );
}
