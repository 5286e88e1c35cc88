import { oauthProvider } from "@better-auth/oauth-provider";
import type { Db } from "#app/platform/database/database";
import type { Config } from "#app/platform/environment";
import { mcpAddress } from "./addresses";
import { clientDocuments } from "./client-document.server";
import { SECRET_PREFIX } from "./create-client.server";
import type { FetchDocument } from "./fetch-document.server";
import { REFRESH_SCOPE, scopes } from "./scopes";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Precedes an access token of an app, so that one that leaked is recognized. */
export const ACCESS_PREFIX = "karlo_at_";

/**
 * OAuth 2.1 for apps that a person connects to the MCP server. Access tokens are opaque: they are looked
 * up with each request, so that one that is cut off ends at once.
 * Options: https://www.better-auth.com/docs/plugins/oauth-provider
 */
export function oauthPlugin(db: Db, config: Config, fetchDocument: FetchDocument) {
  const resource = mcpAddress(config);
  const all = [...scopes, REFRESH_SCOPE];
  const plugin = oauthProvider({
    // It leads on to the page for signing in, and back.
    loginPage: "/oauth/authorize",
    consentPage: "/oauth/consent",
    disableJwtPlugin: true,
    scopes: all,
    grantTypes: ["authorization_code", "refresh_token"],
    resources: [{ identifier: resource, name: "Karlo", allowedScopes: all }],
    // There is one resource, for everybody.
    enforcePerClientResources: false,
    accessTokenExpiresIn: HOUR,
    refreshTokenExpiresIn: 30 * DAY,
    // A client that lost the answer asks again.
    refreshTokenReuseInterval: 10,
    codeExpiresIn: 10 * MINUTE,
    prefix: {
      opaqueAccessToken: ACCESS_PREFIX,
      refreshToken: "karlo_rt_",
      clientSecret: SECRET_PREFIX,
    },
    // Of one address: services that many people use call from few.
    rateLimit: {
      token: { window: MINUTE, max: 300 },
      authorize: { window: MINUTE, max: 120 },
      revoke: { window: MINUTE, max: 300 },
    },
    extensions: [{ clientDiscovery: clientDocuments(db, fetchDocument) }],
  });
  return { ...plugin, init: (ctx: InitContext) => plugin.init(withoutTables(ctx)) };
}

type InitContext = Parameters<ReturnType<typeof oauthProvider>["init"]>[0];

/**
 * The plugin stores its resource when the process starts, or before the first use where there are no
 * tables yet. It is told so always: while the database is away, or not granted, its failure to store it
 * would be one of all of Better Auth, for as long as the process lives.
 */
function withoutTables(ctx: InitContext): InitContext {
  const findOne = () => Promise.reject(new Error("no such table"));
  return Object.assign(Object.create(ctx), { adapter: { ...ctx.adapter, findOne } });
}
