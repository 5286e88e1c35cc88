import { randomUUID } from "node:crypto";
import { createCookie, data, redirect } from "@remix-run/node";
import { z } from "zod";
import en from "#app/i18n/en";
import type { Notice, NoticeKind } from "./notice";

/** Carries a notice over one redirect. */
const cookie = createCookie("karlo_notice", {
  httpOnly: true,
  path: "/",
  sameSite: "lax",
  maxAge: 60,
});

const schema = z.object({
  id: z.string(),
  kind: z.enum(Object.keys(en.notices) as [NoticeKind, ...NoticeKind[]]),
  undo: z
    .object({
      action: z.string().regex(/^\/(?![/\\])/),
      fields: z.record(z.string(), z.string()),
    })
    .optional(),
});

export function newNotice(kind: NoticeKind, undo?: Notice["undo"]): Notice {
  return { id: randomUUID(), kind, undo };
}

export async function noticeCookie(notice: Notice): Promise<string> {
  return cookie.serialize(notice);
}

export async function clearedNoticeCookie(): Promise<string> {
  return cookie.serialize("", { maxAge: 0 });
}

export async function readNotice(request: Request): Promise<Notice | null> {
  const parsed = schema.safeParse(await cookie.parse(request.headers.get("cookie")));
  return parsed.success ? parsed.data : null;
}

/** A plain form asks for a page, a fetcher for data. */
export const wantsPage = (request: Request): boolean =>
  request.headers.get("accept")?.includes("text/html") ?? false;

/**
 * The end of an action that went well: a form without script goes back to a page, where the notice
 * waits in a cookie; a fetcher gets the notice at once and stays where it is.
 */
export async function done(request: Request, notice: Notice | null, to: string) {
  if (!wantsPage(request)) return data({ ok: true as const, notice });
  const headers = new Headers();
  if (notice) headers.append("Set-Cookie", await noticeCookie(notice));
  throw redirect(to, { status: 303, headers });
}
