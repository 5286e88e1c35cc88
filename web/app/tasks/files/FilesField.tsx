import { useRevalidator } from "@remix-run/react";
import { FileText, Paperclip, X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Attachment,
  attachmentUrl,
  IMAGE_BYTES_MAX,
  isImage,
  TASK_FILES_MAX,
} from "#app/attachments/attachment";
import { type Upload, uploadFile } from "#app/attachments/upload-file";
import { useFileSize } from "#app/attachments/use-file-size";
import { newSubmission } from "#app/platform/submission";
import { Button, IconButton } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";

interface Pending {
  /** Several files may have one name. */
  key: string;
  name: string;
  progress: number;
  upload: Upload;
}

/** The files of the open task: added by a button or dropped, opened, taken off and put back. */
export function FilesField({ taskId, files }: { taskId: number; files: Attachment[] }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const { revalidate } = useRevalidator();
  const input = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState<Pending[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [removed, setRemoved] = useState<Attachment | null>(null);
  const path = `/api/v1/tasks/${taskId}/attachments`;
  const shown = files.filter((file) => file.id !== removed?.id);

  const running = useRef(pending);
  running.current = pending;
  useEffect(
    () => () => {
      for (const { upload } of running.current) upload.abort();
    },
    [],
  );

  const add = async (chosen: Iterable<File>) => {
    setProblem(null);
    for (const file of [...chosen].slice(0, TASK_FILES_MAX)) {
      const { name } = file;
      // The server would refuse it only after the whole upload.
      if (file.size > IMAGE_BYTES_MAX) {
        setProblem(t("list.files.tooLarge", { name }));
        continue;
      }
      const upload = uploadFile(path, file, i18n.language, (progress) =>
        setPending((all) => all.map((one) => (one.upload === upload ? { ...one, progress } : one))),
      );
      setPending((all) => [...all, { key: newSubmission(), name, progress: 0, upload }]);
      await upload.done.catch(({ message }: Error) =>
        setProblem(message || t("list.files.failed", { name })),
      );
      setPending((all) => all.filter((one) => one.upload !== upload));
      revalidate();
    }
  };
  const send = async (method: "PUT" | "DELETE", file: Attachment) => {
    setProblem(null);
    setRemoved(method === "DELETE" ? file : null);
    const answer = await fetch(`${path}/${file.id}`, { method }).catch(() => null);
    if (!answer?.ok) {
      setRemoved(method === "DELETE" ? null : file);
      setProblem(t("list.files.notDone"));
    }
    revalidate();
  };

  return (
    <section
      aria-labelledby={id}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        add(event.dataTransfer.files);
      }}
      className="flex flex-col gap-1 border-t pt-2 print:hidden"
    >
      <div className="flex min-h-11 items-center justify-between">
        <h3 id={id} className="note text-quiet">
          {t("list.files.title")}
        </h3>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t("list.files.add")}
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            currentTarget.value = "";
          }}
        />
        <IconButton
          type="button"
          label={t("list.files.add")}
          title={t("list.files.kinds")}
          disabled={files.length >= TASK_FILES_MAX}
          onClick={() => input.current?.click()}
          className="-me-3 noscript:hidden"
        >
          <Paperclip aria-hidden="true" size={20} strokeWidth={1.5} />
        </IconButton>
      </div>
      {shown.length + pending.length > 0 && (
        <ul aria-labelledby={id} className="border-t">
          {shown.map((file) => (
            <FileRow key={file.id} file={file} onRemove={() => send("DELETE", file)} />
          ))}
          {pending.map(({ key, name, progress }) => (
            <li key={key} className="flex min-h-11 items-center gap-3 border-b">
              <span className="dense min-w-0 flex-1 truncate text-quiet">
                <bdi>{name}</bdi>
              </span>
              <progress
                value={progress}
                max={1}
                aria-label={t("list.files.uploading", { name })}
                className="h-1 w-24 accent-ink"
              />
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {removed && (
          <p className="dense flex flex-wrap items-center gap-x-3 text-quiet">
            <span className="min-w-0 truncate">
              {t("list.files.removed", { name: `\u2068${removed.name}\u2069` })}
            </span>
            <Button
              type="button"
              variant="quiet"
              onClick={() => send("PUT", removed)}
              className="-mx-4"
            >
              {t("list.files.putBack")}
            </Button>
          </p>
        )}
      </div>
      {problem && <Problem>{problem}</Problem>}
    </section>
  );
}

/** An image opens in a tab, a text is downloaded. */
function FileRow({ file, onRemove }: { file: Attachment; onRemove(): void }) {
  const { t } = useTranslation();
  const size = useFileSize();
  const { id, name, mediaType } = file;
  const image = isImage(mediaType);
  return (
    <li className="flex min-h-11 items-center gap-2 border-b">
      <a
        href={attachmentUrl(id)}
        {...(image ? { target: "_blank", rel: "noreferrer" } : { download: name })}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-3 underline-offset-4 pointer:hover:underline"
      >
        {image ? (
          <img
            src={attachmentUrl(id)}
            alt=""
            loading="lazy"
            className="size-8 shrink-0 object-cover"
          />
        ) : (
          <FileText
            aria-hidden="true"
            size={20}
            strokeWidth={1.5}
            className="shrink-0 text-quiet"
          />
        )}
        <span className="dense min-w-0 truncate">
          <bdi>{name}</bdi>
        </span>
        <span className="note shrink-0 text-quiet">{size(file.size)}</span>
      </a>
      <IconButton
        type="button"
        label={t("list.files.remove", { name })}
        onClick={onRemove}
        className="-me-3 noscript:hidden"
      >
        <X aria-hidden="true" size={16} strokeWidth={1.5} />
      </IconButton>
    </li>
  );
}
