/** Most files that one message carries. */
export const ATTACHMENTS_MAX = 5;

/** Largest image and largest text, in bytes. */
export const IMAGE_BYTES_MAX = 5 * 1024 * 1024;
export const TEXT_BYTES_MAX = 256 * 1024;

/** Longest name of a file, in characters (UTF-16 code units). */
export const NAME_MAX = 120;

/** The images that are taken; all else that is taken is text. */
export const IMAGE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
export const TEXT_TYPE = "text/plain";

/** What is taken, as an error tells it. */
export const TAKEN_TYPES = "a PNG, JPEG, GIF or WebP image, or a text in UTF-8";

/** A file of a person, without its content. */
export interface Attachment {
  id: string;
  name: string;
  mediaType: (typeof IMAGE_TYPES)[number] | typeof TEXT_TYPE;
  /** Of the content, in bytes. */
  size: number;
}

/** A file as a message carries it. */
export interface AttachmentPart {
  type: "attachment";
  id: string;
  name: string;
  media_type: string;
  size: number;
}

export const isImage = (mediaType: string): boolean =>
  IMAGE_TYPES.some((type) => type === mediaType);

/** Where the content of a file is. */
export const attachmentUrl = (id: string): string => `/api/v1/attachments/${id}`;

export const toPart = ({ id, name, mediaType, size }: Attachment): AttachmentPart => ({
  type: "attachment",
  id,
  name,
  media_type: mediaType,
  size,
});
