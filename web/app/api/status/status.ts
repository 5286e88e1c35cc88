import { Hono } from "hono";
import type { AppContext } from "#app/app-context";
import { isLanguage, languageFromHeader } from "#app/i18n/language";
import { readStatus } from "./read-status";
import { statusPage } from "./status-page";

/**
 * `/status`: what works, in plain words, for people; as JSON for `Accept: application/json`. It needs
 * no session and no page of the app, so that it is there when they are not. It answers 200 also
 * when something does not work: the answer is right.
 */
export function statusRoutes(app: AppContext): Hono {
  return new Hono().get("/status", async (c) => {
    const status = await readStatus(app);
    c.header("cache-control", "no-store");
    if (/^application\/json\b/.test(c.req.header("accept") ?? "")) return c.json(status);
    const asked = c.req.query("lang");
    const accepted = languageFromHeader(c.req.header("accept-language") ?? null);
    return c.html(statusPage(status, isLanguage(asked) ? asked : accepted, new Date()));
  });
}
