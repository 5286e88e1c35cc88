import type { Karlo } from "#app/karlo.server";
import { refuseCrossSite } from "./cross-site";

/**
 * Better Auth's own endpoints, under our one rule about other sites. It would also refuse programs
 * that send no `Origin`, and our pages at any but the public address.
 *
 * @throws AppError `csrf` (403)
 */
export async function answerAuth({ auth, config }: Karlo, request: Request): Promise<Response> {
  refuseCrossSite(request, config.PUBLIC_URL);
  const headers = new Headers(request.headers);
  headers.set("origin", new URL(config.PUBLIC_URL).origin);
  const response = await auth.handler(new Request(request, { headers }));
  // It says under a name of its own when to come back.
  const seconds = response.headers.get("x-retry-after");
  if (seconds) response.headers.set("retry-after", seconds);
  return response;
}
