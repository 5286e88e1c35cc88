import { AppError } from "#app/platform/errors";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a request that another site made a browser send with our cookie. Browsers say where a
 * request comes from in `Sec-Fetch-Site` and `Origin`; programs send neither.
 * Source: https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 *
 * @throws AppError `csrf` (403)
 */
export function refuseCrossSite(request: Request, publicUrl: string): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const own = [new URL(publicUrl).origin, new URL(request.url).origin];
  const isOwn =
    origin !== null
      ? own.includes(origin)
      : site === null || ["same-origin", "none"].includes(site);
  if (!isOwn || site === "cross-site") throw new AppError("csrf", 403);
}
