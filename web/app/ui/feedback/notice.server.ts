import { randomUUID } from "node:crypto";
import { createCookie, data, redirect } from "@remix-run/node";
import { z } from "zod";
import en from "#app/i18n/en";
import type { Notice, NoticeKind } from "./notice";

/** A flash cookie that carries a notice across one redirect. */
const cookie = createCookie("karlo_notice", {
  httpOnly: true,
  path: "/",
  sameSite: "lax",
  maxAge: 60,
});

const kind = z.enum(Object.keys(en.notices) as [NoticeKind, ...NoticeKind[]]);
const path = z.string().regex(/^\/(?![/\\])/);

const schema = z.object({
  id: z.string(),
  kind,
  undo: z.object({ action: path, fields: z.record(z.string(), z.string()) }).optional(),
  about: z.object({ title: z.string(), when: z.string().nullable() }).optional(),
  link: z.object({ to: path, label: kind }).optional(),
  offer: z
    .object({ action: path, fields: z.record(z.string(), z.string()), label: kind })
    .optional(),
});

/** Creates a notice with an id of its own, with a form that undoes what it reports, and what may follow it. */
export function createNotice(
  kind: NoticeKind,
  undo?: Notice["undo"],
  { link, offer, about }: Pick<Notice, "link" | "offer" | "about"> = {},
): Notice {
  return { id: randomUUID(), kind, undo, link, offer, about };
}

/** The `Set-Cookie` value that carries a notice to the next page. */
export async function noticeCookie(notice: Notice): Promise<string> {
  return cookie.serialize(notice);
}

/** The `Set-Cookie` value that removes the notice. */
export async function clearNoticeCookie(): Promise<string> {
  return cookie.serialize("", { maxAge: 0 });
}

/** The notice in the request's cookie; null for none or a malformed one. */
export async function readNotice(request: Request): Promise<Notice | null> {
  const parsed = schema.safeParse(await cookie.parse(request.headers.get("cookie")));
  return parsed.success ? parsed.data : null;
}

/** Whether a form was sent without JavaScript and expects a page; a fetcher expects data. */
export const isDocumentRequest = (request: Request): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;

/**
 * The response of a successful action: data with the notice for a fetcher, a redirect with a flash
 * cookie for a form without JavaScript.
 *
 * @param to path to redirect to
 * @throws the redirect
 */
export async function finishAction(request: Request, notice: Notice | null, to: string) {
  if (!isDocumentRequest(request)) return data({ ok: true as const, notice });
  const headers = new Headers();
  if (notice) headers.append("Set-Cookie", await noticeCookie(notice));
  throw redirect(to, { status: 303, headers });
}
