import type { Karlo } from "#app/karlo.server";
import { refuseCrossSite } from "./cross-site";

/**
 * Better Auth's own endpoints, under our one rule about other sites. It would also refuse programs
 * that send no `Origin`, and our pages at any but the public address.
 *
 * @throws AppError `csrf` (403)
 */
export function answerAuth({ auth, config }: Karlo, request: Request): Promise<Response> {
  refuseCrossSite(request, config.PUBLIC_URL);
  const headers = new Headers(request.headers);
  headers.set("origin", new URL(config.PUBLIC_URL).origin);
  return auth.handler(new Request(request, { headers }));
}
