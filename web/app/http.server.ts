import type { ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/node";
import { Hono } from "hono";
import { NONCE, type SecureHeadersVariables, secureHeaders } from "hono/secure-headers";
import { GOOGLE_ORIGIN } from "./accounts/google.server";
import { callerLanguage } from "./api/authenticate";
import { refuseCrossSite } from "./api/cross-site";
import { documentationRoutes } from "./api/documentation";
import { limitBody } from "./api/limit-body";
import { problem } from "./api/problem";
import { apiRoutes } from "./api/routes";
import { ARCHIVE_MAX } from "./archive/account-file";
import type { Karlo } from "./karlo.server";

/** Sources that development adds: Vite's own scripts and its socket. */
const DEVELOPMENT_SOURCES = { scriptSrc: ["'unsafe-inline'"], connectSrc: ["ws:"] };

/**
 * All of Karlo's HTTP as one function from request to response: API first, then the pages.
 *
 * @param pages gives the Remix build; in development it is another after each change
 */
export function createHttp(
  karlo: Karlo,
  pages: () => Promise<ServerBuild>,
  mode: "production" | "development" = "production",
): Hono<{ Variables: SecureHeadersVariables }> {
  const http = new Hono<{ Variables: SecureHeadersVariables }>();
  http.onError((error, c) => problem(error, callerLanguage(c), karlo.log));
  http.route("/", apiRoutes(karlo));

  const development = mode === "development";
  const https = karlo.config.PUBLIC_URL.startsWith("https:");
  http.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        // A form of ours that leads to Google ends in a redirect, which counts here.
        formAction: ["'self'", ...(karlo.config.GOOGLE_CLIENT_ID ? [GOOGLE_ORIGIN] : [])],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        imgSrc: ["'self'", "data:"],
        scriptSrc: ["'self'", ...(development ? DEVELOPMENT_SOURCES.scriptSrc : [NONCE])],
        styleSrc: ["'self'", ...(development ? ["'unsafe-inline'"] : [NONCE])],
        connectSrc: ["'self'", ...(development ? DEVELOPMENT_SOURCES.connectSrc : [])],
      },
      strictTransportSecurity: https ? "max-age=15552000" : false,
      xFrameOptions: "DENY",
      referrerPolicy: "same-origin",
    }),
  );
  http.use(limitBody(ARCHIVE_MAX));
  http.route("/", documentationRoutes(karlo.config.PUBLIC_URL));
  http.all("*", async (c) => {
    refuseCrossSite(c.req.raw, karlo.config.PUBLIC_URL);
    const handle = createRequestHandler(await pages(), mode);
    return handle(c.req.raw, { karlo, nonce: c.get("secureHeadersNonce") ?? "" });
  });
  return http;
}
