import type { Attachment } from "#app/attachments/attachment";
import type { AttachmentPart } from "#app/conversations/messages/message";

/** Converts an attachment to a part of a message. */
export const toPart = ({ id, name, mediaType, size }: Attachment): AttachmentPart => ({
  type: "attachment",
  id,
  name,
  media_type: mediaType,
  size,
});
