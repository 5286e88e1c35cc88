import { FileText, Image, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { attachmentUrl, isImage } from "#app/attachments/attachment";
import { useFileSize } from "#app/attachments/use-file-size";
import { useNumbers } from "#app/i18n/use-format";
import { IconButton } from "#app/ui/controls/Button";
import type { Attachments, PendingFile } from "./use-attachments";

/** The attachments of the next message, each with its upload progress or the reason it failed. */
export function PendingFiles({ files, tooMany, remove }: Attachments) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <>
      {files.length > 0 && (
        <ul
          aria-label={t("chatBox.attach.pending")}
          className="mx-auto mb-2 flex max-h-48 max-w-[68ch] flex-wrap gap-2 overflow-y-auto"
        >
          {files.map((file) => (
            <PendingChip key={file.key} file={file} onRemove={() => remove(file.key)} />
          ))}
        </ul>
      )}
      {tooMany && (
        <p role="alert" className="dense mx-auto max-w-[68ch] pb-2 text-danger">
          {t("chatBox.attach.tooMany", { max: numbers.name(5) })}
        </p>
      )}
    </>
  );
}

function PendingChip({ file, onRemove }: { file: PendingFile; onRemove: () => void }) {
  const { t } = useTranslation();
  const size = useFileSize();
  const { name, part, problem, progress } = file;
  const problemText =
    problem && ("text" in problem ? problem.text : t(`chatBox.attach.${problem.key}`));
  return (
    <li className="flex min-h-11 max-w-full items-center gap-2 rounded-control border bg-raised ps-2">
      {part && isImage(part.media_type) ? (
        <img src={attachmentUrl(part.id)} alt="" className="size-8 shrink-0 object-cover" />
      ) : (
        <Glyph name={name} />
      )}
      <span className="min-w-0 max-w-[40ch] py-1">
        <span className="dense block truncate">
          <bdi>{name}</bdi>
        </span>
        {problemText ? (
          <span role="alert" className="dense block text-danger">
            {problemText}
          </span>
        ) : part ? (
          <span className="note block text-quiet">{size(file.size)}</span>
        ) : (
          <progress
            value={progress}
            max={1}
            aria-label={t("chatBox.attach.uploading", { name })}
            className="block h-1 w-24 accent-ink"
          />
        )}
      </span>
      <IconButton type="button" label={t("chatBox.attach.remove", { name })} onClick={onRemove}>
        <X aria-hidden="true" size={16} strokeWidth={1.5} />
      </IconButton>
    </li>
  );
}

function Glyph({ name }: { name: string }) {
  const Icon = /\.(png|jpe?g|gif|webp)$/i.test(name) ? Image : FileText;
  return <Icon aria-hidden="true" size={20} strokeWidth={1.5} className="shrink-0 text-quiet" />;
}
