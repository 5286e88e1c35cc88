import type { Config } from "#app/platform/environment";
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

const THIS_MACHINE = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Refuses a request from a page that is neither ours nor of an origin that may call us. A page that
 * made its own name lead to this server (DNS rebinding) still sends the origin it has: it is
 * compared with what is configured, never with where the request seems to have been sent. A Karlo
 * of one's own machine takes what comes from there.
 * Source: https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning
 *
 * @throws AppError `csrf` (403)
 */
export function refuseForeignOrigin(
  request: Request,
  config: Pick<Config, "PUBLIC_URL" | "CORS_ORIGINS">,
): void {
  const origin = request.headers.get("origin");
  if (origin === null) return;
  const own = new URL(config.PUBLIC_URL).origin;
  const isLocal = THIS_MACHINE.test(own) && THIS_MACHINE.test(origin);
  if (!isLocal && ![own, ...config.CORS_ORIGINS].includes(origin)) {
    throw new AppError("csrf", 403);
  }
}
