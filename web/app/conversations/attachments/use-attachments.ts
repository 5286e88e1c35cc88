import { useCallback, useEffect, useRef, useState } from "react";
import { ATTACHMENTS_MAX, IMAGE_BYTES_MAX } from "#app/attachments/attachment";
import { deleteUpload, type Upload, uploadFile } from "#app/attachments/upload-file";
import type { AttachmentPart } from "#app/conversations/messages/message";
import { toPart } from "./to-part";

/** A file to be sent with the next message. */
export interface PendingFile {
  key: number;
  name: string;
  size: number;
  /** The uploaded share, from 0 to 1. */
  progress: number;
  /** Null until the upload is done. */
  part: AttachmentPart | null;
  /** Why the upload failed: the server's message, or the key of a local one. */
  problem: { text: string } | { key: "tooLarge" | "offline" } | null;
}

/**
 * The attachments of the message that is being written: files that were chosen, pasted or dropped,
 * uploaded at once.
 */
export function useAttachments(conversation: number | null, language: string) {
  const [files, setFiles] = useState<PendingFile[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const uploads = useRef(new Map<number, Upload>());
  const latest = useRef(files);
  latest.current = files;

  // Attachments belong to the draft of one conversation; a new conversation only gets its number.
  const previous = useRef(conversation);
  useEffect(() => {
    if (previous.current !== null && previous.current !== conversation) setFiles([]);
    previous.current = conversation;
  }, [conversation]);

  useEffect(() => {
    const running = uploads.current;
    return () => {
      for (const upload of running.values()) upload.abort();
    };
  }, []);

  const add = useCallback(
    (chosen: Iterable<File>) => {
      const all = [...chosen];
      const room = ATTACHMENTS_MAX - latest.current.length;
      setTooMany(all.length > room);
      for (const file of all.slice(0, Math.max(room, 0))) {
        const key = performance.now() + Math.random();
        const set = (change: Partial<PendingFile>) =>
          setFiles((old) => old.map((file) => (file.key === key ? { ...file, ...change } : file)));
        // The server would refuse it only after the whole upload.
        const tooLarge = file.size > IMAGE_BYTES_MAX;
        const problem = tooLarge ? ({ key: "tooLarge" } as const) : null;
        const { name, size } = file;
        setFiles((old) => [...old, { key, name, size, progress: 0, part: null, problem }]);
        if (tooLarge) continue;
        const upload = uploadFile("/api/v1/attachments", file, language, (progress) =>
          set({ progress }),
        );
        uploads.current.set(key, upload);
        upload.done
          .then((stored) => set({ part: toPart(stored), name: stored.name }))
          .catch(({ message }: Error) =>
            set({ problem: message ? { text: message } : { key: "offline" } }),
          )
          .finally(() => uploads.current.delete(key));
      }
    },
    [language],
  );

  const remove = useCallback((key: number) => {
    const file = latest.current.find((pending) => pending.key === key);
    uploads.current.get(key)?.abort();
    if (file?.part) deleteUpload(file.part.id);
    setTooMany(false);
    setFiles((old) => old.filter((pending) => pending.key !== key));
  }, []);

  /** Removes and returns the uploaded files, for a message. Failed ones stay, with the reason. */
  const take = useCallback((): AttachmentPart[] => {
    const parts = latest.current.flatMap(({ part }) => part ?? []);
    setTooMany(false);
    setFiles((old) => old.filter(({ part }) => part === null));
    return parts;
  }, []);

  /** Puts back the files of a message that was not sent. */
  const restore = useCallback((parts: AttachmentPart[]) => {
    if (parts.length === 0) return;
    setFiles((old) => [
      ...parts.map((part, index) => {
        const { name, size } = part;
        return { key: performance.now() + index, name, size, progress: 1, part, problem: null };
      }),
      ...old,
    ]);
  }, []);

  return {
    files,
    tooMany,
    /** True while a file is uploading. */
    uploading: files.some(({ part, problem }) => part === null && problem === null),
    /** True if at least one file can be sent. */
    hasUploaded: files.some(({ part }) => part !== null),
    add,
    remove,
    take,
    restore,
  };
}

/** The state of {@link useAttachments}. */
export type Attachments = ReturnType<typeof useAttachments>;
