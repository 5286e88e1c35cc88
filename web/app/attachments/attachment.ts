/** Most attachments of one message. */
export const ATTACHMENTS_MAX = 5;

/** Most files of one task. */
export const TASK_FILES_MAX = 20;

/** Largest image and largest text, in bytes. */
export const IMAGE_BYTES_MAX = 5 * 1024 * 1024;
export const TEXT_BYTES_MAX = 256 * 1024;

/** Longest file name, in characters (UTF-16 code units). */
export const NAME_MAX = 120;

/** Media types of accepted images; every other accepted file is stored as text. */
export const IMAGE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
export const TEXT_TYPE = "text/plain";

/** The accepted files, as error messages name them. */
export const ACCEPTED_TYPES = "a PNG, JPEG, GIF or WebP image, or a text in UTF-8";

/** An uploaded file without its content. */
export interface Attachment {
  id: string;
  name: string;
  mediaType: (typeof IMAGE_TYPES)[number] | typeof TEXT_TYPE;
  /** Bytes. */
  size: number;
}

/** True for the media type of an accepted image. */
export const isImage = (mediaType: string): boolean =>
  IMAGE_TYPES.some((type) => type === mediaType);

/** Path of an attachment's content. */
export const attachmentUrl = (id: string): string => `/api/v1/attachments/${id}`;
