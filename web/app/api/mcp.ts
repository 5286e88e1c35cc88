import { type AuthInfo, createMcpHandler } from "@modelcontextprotocol/server";
import { Hono } from "hono";
import type { SessionUser } from "#app/accounts/session.server";
import type { Karlo } from "#app/karlo.server";
import { createToolServer } from "#app/tools/server";
import { authenticateToken } from "./authenticate";
import { refuseForeignOrigin } from "./cross-site";

/** The person, on the way through the SDK. */
interface CallerInfo extends AuthInfo {
  extra: { user: SessionUser };
}

/**
 * `/mcp`: Karlo's tools for the assistants of other programs, over Streamable HTTP. Each request
 * has a server of its own, made for the person whose token came with it, so that any replica
 * answers. Serves the protocol of 2026-07-28 and, without sessions, the ones with `initialize`.
 *
 * @param bodyMax largest message, in bytes
 */
export function mcpRoute({ db, log, ...karlo }: Karlo, bodyMax: number): Hono {
  const handler = createMcpHandler(
    ({ authInfo }) => {
      const { user } = (authInfo as CallerInfo).extra;
      const actor = { userId: user.id, by: "mcp", timeZone: user.timeZone } as const;
      return createToolServer({ db, actor }, log);
    },
    {
      maxRequestBodySize: bodyMax,
      onerror: (error) => log.debug({ err: error }, "mcp: request refused"),
    },
  );
  return new Hono().all("/mcp", async ({ req: { raw: request } }) => {
    refuseForeignOrigin(request, karlo.config);
    const { user } = await authenticateToken(karlo, request);
    const authInfo: CallerInfo = { token: "", clientId: user.id, scopes: [], extra: { user } };
    return handler.fetch(request, { authInfo });
  });
}
