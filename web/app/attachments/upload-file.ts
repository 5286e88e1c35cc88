import type { Attachment } from "./attachment";

/** A running upload. */
export interface Upload {
  /** Resolves with the stored file; rejects with a localized message, empty when offline. */
  done: Promise<Attachment>;
  abort(): void;
}

/**
 * Uploads a file.
 *
 * @param path that takes it: of files to be sent with a message later, or of a task
 * @param onProgress called with the uploaded share, from 0 to 1
 */
export function uploadFile(
  path: string,
  file: File,
  language: string,
  onProgress: (progress: number) => void,
): Upload {
  // `fetch` reports no upload progress.
  const request = new XMLHttpRequest();
  const done = new Promise<Attachment>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = request.response ?? {};
      if (request.status !== 201) return reject(new Error(body.detail ?? ""));
      const { id, name, media_type, size } = body;
      resolve({ id, name, mediaType: media_type, size });
    };
    request.onerror = () => reject(new Error(""));
    request.onabort = () => reject(new Error(""));
  });
  const form = new FormData();
  form.set("file", file);
  request.open("POST", path);
  request.responseType = "json";
  request.setRequestHeader("Accept-Language", language);
  request.send(form);
  return { done, abort: () => request.abort() };
}

/** Deletes an uploaded file that is not sent after all. */
export function deleteUpload(id: string): void {
  // If this fails, the server purges the unsent file after a day.
  fetch(`/api/v1/attachments/${id}`, { method: "DELETE" }).catch(() => {});
}
