import type { Config } from "#app/platform/environment";
import { AppError } from "#app/platform/errors";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Rejects a state-changing request that another site made a browser send (CSRF). Browsers send
 * `Sec-Fetch-Site` and `Origin`; other clients send neither and are accepted.
 * Source: https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 *
 * @throws AppError `csrf` (403)
 */
export function refuseCrossSite(request: Request, publicUrl: string): void {
  if (SAFE_METHODS.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const own = [new URL(publicUrl).origin, new URL(request.url).origin];
  const isOwn =
    origin !== null
      ? own.includes(origin)
      : site === null || ["same-origin", "none"].includes(site);
  if (!isOwn || site === "cross-site") throw new AppError("csrf", 403);
}

const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Rejects a request whose `Origin` is neither PUBLIC_URL nor one of CORS_ORIGINS. Compares with the
 * configuration, never with the Host of the request: with DNS rebinding the two agree. A server on
 * localhost accepts all local origins. Requests without an `Origin` are accepted.
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
  const isLocal = LOCAL_ORIGIN.test(own) && LOCAL_ORIGIN.test(origin);
  if (!isLocal && ![own, ...config.CORS_ORIGINS].includes(origin)) {
    throw new AppError("csrf", 403);
  }
}
