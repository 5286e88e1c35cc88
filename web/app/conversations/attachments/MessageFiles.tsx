import { FileText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { attachmentUrl, isImage } from "#app/attachments/attachment";
import { useFileSize } from "#app/attachments/use-file-size";
import type { AttachmentPart } from "#app/conversations/messages/message";

/** The attachments of a message: images open in a tab, texts are downloaded. */
export function MessageFiles({ files }: { files: AttachmentPart[] }) {
  const { t } = useTranslation();
  const size = useFileSize();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("chatBox.attach.sent")} className="flex flex-wrap justify-end gap-2">
      {files.map(({ id, name, media_type, size: bytes }) => (
        <li key={id} className="max-w-full">
          {isImage(media_type) ? (
            <a
              href={attachmentUrl(id)}
              target="_blank"
              rel="noreferrer"
              title={name}
              className="block border bg-raised"
            >
              <img
                src={attachmentUrl(id)}
                alt={name}
                loading="lazy"
                className="dense size-28 overflow-hidden object-cover break-all text-quiet"
              />
            </a>
          ) : (
            <a
              href={attachmentUrl(id)}
              download={name}
              className="flex min-h-11 items-center gap-2 border bg-raised px-3 py-1 text-ink pointer:hover:border-edge"
            >
              <FileText
                aria-hidden="true"
                size={20}
                strokeWidth={1.5}
                className="shrink-0 text-quiet"
              />
              <span className="min-w-0">
                <span className="dense block truncate">
                  <bdi>{name}</bdi>
                </span>
                <span className="note block text-quiet">{size(bytes)}</span>
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
