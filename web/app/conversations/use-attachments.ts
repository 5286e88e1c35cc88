import { useCallback, useEffect, useRef, useState } from "react";
import { ATTACHMENTS_MAX, type AttachmentPart, IMAGE_BYTES_MAX } from "./attachment";
import { dropFile, type Upload, uploadFile } from "./upload-file";

/** A file that is to go with the next message. */
export interface PendingFile {
  key: number;
  name: string;
  size: number;
  /** How much of it has gone, from 0 to 1. */
  share: number;
  /** Once the server has it. */
  part: AttachmentPart | null;
  /** Why it was not taken: the server's sentence, or one of ours by its key. */
  problem: { text: string } | { key: "tooLarge" | "offline" } | null;
}

/** The files beside what is being written: chosen, pasted or dropped, and sent to the server at once. */
export function useAttachments(conversation: number | null, language: string) {
  const [files, setFiles] = useState<PendingFile[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const uploads = useRef(new Map<number, Upload>());
  const now = useRef(files);
  now.current = files;

  // Files belong to what was being written where they were attached.
  const before = useRef(conversation);
  useEffect(() => {
    if (before.current !== null && before.current !== conversation) setFiles([]);
    before.current = conversation;
  }, [conversation]);

  useEffect(() => {
    const running = uploads.current;
    return () => {
      for (const upload of running.values()) upload.stop();
    };
  }, []);

  const add = useCallback(
    (chosen: Iterable<File>) => {
      const all = [...chosen];
      const room = ATTACHMENTS_MAX - now.current.length;
      setTooMany(all.length > room);
      for (const file of all.slice(0, Math.max(room, 0))) {
        const key = performance.now() + Math.random();
        const set = (change: Partial<PendingFile>) =>
          setFiles((old) => old.map((one) => (one.key === key ? { ...one, ...change } : one)));
        // The server would say so only after all of it had gone.
        const large = file.size > IMAGE_BYTES_MAX;
        const problem = large ? ({ key: "tooLarge" } as const) : null;
        const { name, size } = file;
        setFiles((old) => [...old, { key, name, size, share: 0, part: null, problem }]);
        if (large) continue;
        const upload = uploadFile(file, language, (share) => set({ share }));
        uploads.current.set(key, upload);
        upload.done
          .then((part) => set({ part, name: part.name }))
          .catch(({ message }: Error) =>
            set({ problem: message ? { text: message } : { key: "offline" } }),
          )
          .finally(() => uploads.current.delete(key));
      }
    },
    [language],
  );

  const remove = useCallback((key: number) => {
    const file = now.current.find((one) => one.key === key);
    uploads.current.get(key)?.stop();
    if (file?.part) dropFile(file.part.id);
    setTooMany(false);
    setFiles((old) => old.filter((one) => one.key !== key));
  }, []);

  /** Takes the files for a message. What was not taken by the server stays, with the reason. */
  const take = useCallback((): AttachmentPart[] => {
    const parts = now.current.flatMap(({ part }) => part ?? []);
    setTooMany(false);
    setFiles((old) => old.filter(({ part }) => part === null));
    return parts;
  }, []);

  /** Puts files back that were not sent. */
  const restore = useCallback((parts: AttachmentPart[]) => {
    if (parts.length === 0) return;
    setFiles((old) => [
      ...parts.map((part, index) => {
        const { name, size } = part;
        return { key: performance.now() + index, name, size, share: 1, part, problem: null };
      }),
      ...old,
    ]);
  }, []);

  return {
    files,
    tooMany,
    /** Some are still on their way. */
    uploading: files.some(({ part, problem }) => part === null && problem === null),
    /** Some are there to be sent. */
    some: files.some(({ part }) => part !== null),
    add,
    remove,
    take,
    restore,
  };
}

export type Attachments = ReturnType<typeof useAttachments>;
