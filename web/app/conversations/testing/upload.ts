import type { TestPerson } from "#app/platform/testing/test-app";

/** A file as the API answers. */
export interface WireAttachment {
  id: string;
  name: string;
  media_type: string;
  size: number;
  url: string;
}

/** One pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** Sends a file as a form, and gives the answer. */
export function send(person: TestPerson, file: File, headers?: Record<string, string>) {
  const form = new FormData();
  form.set("file", file);
  return person.send("POST", "/api/v1/attachments", form, headers);
}

/** Uploads a file that is taken. */
export async function upload(person: TestPerson, file: File): Promise<WireAttachment> {
  const response = await send(person, file);
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as WireAttachment;
}
