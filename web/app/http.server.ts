import type { ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/node";
import { Hono, type MiddlewareHandler } from "hono";
import { NONCE, type SecureHeadersVariables, secureHeaders } from "hono/secure-headers";
import { GOOGLE_ORIGIN } from "./accounts/google.server";
import { callerLanguage } from "./api/authenticate";
import { refuseCrossSite } from "./api/cross-site";
import { documentationRoutes } from "./api/documentation";
import { limitBody } from "./api/limit-body";
import { type Observed, observe } from "./api/observe";
import { problem } from "./api/problem";
import { apiRoutes } from "./api/routes";
import { ARCHIVE_MAX } from "./archive/account-file";
import type { Karlo } from "./karlo.server";
import { currentScope } from "./platform/scope";

/** Sources that development adds: Vite's own scripts and its socket. */
const DEVELOPMENT_SOURCES = { scriptSrc: ["'unsafe-inline'"], connectSrc: ["ws:"] };

type Variables = SecureHeadersVariables & Observed;

interface HttpOptions {
  mode?: "production" | "development";
  /** Answers for the files of the build. */
  files?: MiddlewareHandler;
}

/**
 * All of Karlo's HTTP as one function from request to response: files, then the API, then the pages.
 *
 * @param pages gives the Remix build; in development it is another after each change
 */
export function createHttp(
  karlo: Karlo,
  pages: () => Promise<ServerBuild>,
  { mode = "production", files }: HttpOptions = {},
): Hono<{ Variables: Variables }> {
  const http = new Hono<{ Variables: Variables }>();
  http.onError((error, c) => problem(error, callerLanguage(c), karlo.log));
  http.use(observe(karlo.log));
  if (files) http.use(files);
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
    const build = await pages();
    c.set("route", pageRoute(build, c.req.path));
    const handle = createRequestHandler(build, mode);
    const nonce = c.get("secureHeadersNonce") ?? "";
    return handle(c.req.raw, { karlo, nonce, requestId: currentScope()?.request ?? "" });
  });
  return http;
}

const known = new WeakMap<ServerBuild, Set<string>>();

/** Which page is asked for, as one of those that there are; its data has an address of its own. */
function pageRoute(build: ServerBuild, path: string): string {
  const pages = known.get(build) ?? pagesOf(build);
  known.set(build, pages);
  return pages.has(path) ? path : "/*";
}

function pagesOf({ routes }: ServerBuild): Set<string> {
  // No page has a parameter in its address; the one of `*` is for what is missing.
  const pages = Object.values(routes).flatMap((route) => route?.path ?? []);
  const paths = ["/", ...pages.filter((path) => path !== "*").map((path) => `/${path}`)];
  return new Set(paths.flatMap((path) => [path, path === "/" ? "/_root.data" : `${path}.data`]));
}
