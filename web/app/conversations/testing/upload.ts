import type { TestPerson } from "#testing/test-app";

/** An attachment as the API returns it. */
export interface WireAttachment {
  id: string;
  name: string;
  media_type: string;
  size: number;
  url: string;
}

/** A PNG of one pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** Uploads a file and returns the response. */
export function send(person: TestPerson, file: File, headers?: Record<string, string>) {
  const form = new FormData();
  form.set("file", file);
  return person.send("POST", "/api/v1/attachments", form, headers);
}

/** Uploads a file that must be accepted. */
export async function upload(person: TestPerson, file: File): Promise<WireAttachment> {
  const response = await send(person, file);
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as WireAttachment;
}
