import { hash } from "node:crypto";
import { compress } from "#app/api/compress";

interface AnswerOptions {
  status?: number;
  /** A strong entity tag; without one, the answer gets a weak one of its text. */
  etag?: string;
  headers?: Record<string, string>;
}

/**
 * The JSON answer to a GET: with an entity tag, 304 where the caller has it already, and compressed
 * where that pays.
 */
export async function answer(
  request: Request,
  body: unknown,
  { status = 200, etag, headers: more }: AnswerOptions = {},
): Promise<Response> {
  const text = JSON.stringify(body);
  const tag = etag ?? `W/"${hash("sha1", text, "base64url")}"`;
  const headers: Record<string, string> = { ...more, etag: tag };
  if (hasTag(request.headers.get("if-none-match"), tag))
    return new Response(null, { status: 304, headers });
  headers["content-type"] = "application/json";
  // A strong tag names bytes: with another coding it would have to be another one.
  if (etag !== undefined) return new Response(text, { status, headers });
  headers.vary = "Accept-Encoding";
  const packed = await compress(text, request.headers.get("accept-encoding"));
  if (!packed) return new Response(text, { status, headers });
  headers["content-encoding"] = packed.encoding;
  return new Response(packed.bytes, { status, headers });
}

/** Whether a list of entity tags has one, by the weak comparison of If-None-Match. */
export function hasTag(list: string | null, tag: string): boolean {
  if (list === null) return false;
  if (list.trim() === "*") return true;
  const opaque = tag.replace(/^W\//, "");
  return tagsOf(list).some((one) => one.replace(/^W\//, "") === opaque);
}

/** The entity tags of a list (RFC 9110, 8.8.3). */
export const tagsOf = (list: string): string[] => list.match(/(?:W\/)?"[^"]*"/g) ?? [];
