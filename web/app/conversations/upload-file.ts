import type { AttachmentPart } from "./attachment";

/** A file on its way. */
export interface Upload {
  /** The file as a message carries it; rejects with what the person is told, empty when offline. */
  done: Promise<AttachmentPart>;
  stop(): void;
}

/**
 * Sends a file to be kept until a message takes it.
 *
 * @param onProgress hears how much has gone, from 0 to 1
 */
export function uploadFile(
  file: File,
  language: string,
  onProgress: (share: number) => void,
): Upload {
  // `fetch` does not tell how far a request has gone.
  const request = new XMLHttpRequest();
  const done = new Promise<AttachmentPart>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = request.response ?? {};
      if (request.status !== 201) return reject(new Error(answer.detail ?? ""));
      const { id, name, media_type, size } = answer;
      resolve({ type: "attachment", id, name, media_type, size });
    };
    request.onerror = () => reject(new Error(""));
    request.onabort = () => reject(new Error(""));
  });
  const form = new FormData();
  form.set("file", file);
  request.open("POST", "/api/v1/attachments");
  request.responseType = "json";
  request.setRequestHeader("Accept-Language", language);
  request.send(form);
  return { done, stop: () => request.abort() };
}

/** Forgets a file that is not sent after all; if that fails, it goes within a day. */
export function dropFile(id: string): void {
  fetch(`/api/v1/attachments/${id}`, { method: "DELETE" }).catch(() => {});
}
