import type { ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/node";
import { Hono, type MiddlewareHandler } from "hono";
import { NONCE, type SecureHeadersVariables, secureHeaders } from "hono/secure-headers";
import { isRedirectAddress } from "#app/accounts/apps/client-metadata";
import { acceptEarlierSessions } from "#app/accounts/session/auth-secrets";
import { GOOGLE_ORIGIN } from "#app/accounts/session/google.server";
import { callerLanguage } from "#app/api/authenticate";
import { refuseCrossSite } from "#app/api/cross-site";
import { documentationRoutes } from "#app/api/docs/documentation";
import { limitBody } from "#app/api/limit-body";
import { type ObservedVariables, observe } from "#app/api/observe";
import { permissionsPolicy } from "#app/api/permissions-policy";
import { problem } from "#app/api/problem";
import { apiRoutes } from "#app/api/routes";
import { statusRoutes } from "#app/api/status/status";
import { wellKnownRoutes } from "#app/api/well-known";
import type { AppContext } from "#app/app-context";
import { ARCHIVE_MAX } from "#app/archive/account-file";
import type { Config } from "#app/platform/environment";
import { createRequestLimit } from "#app/platform/request-limit";
import { currentScope } from "#app/platform/scope";
import { IMPORT_BYTES_MAX } from "#app/tasks/transfer/transfer";
import { guardPages } from "./guard-pages";
import { hostCookies } from "./host-cookies";
import { personHeader } from "./person-header";

/** Additional CSP sources of development: Vite's inline scripts and its WebSocket. */
const DEVELOPMENT_SOURCES = { scriptSrc: ["'unsafe-inline'"], connectSrc: ["ws:"] };

/** Maximum body of a form without a file, in bytes. */
const FORM_MAX = 64 * 1024;
/** The same of the list's forms, which take many lines at once. */
const TASKS_FORM_MAX = 1024 * 1024;

/** The pages with forms that take many lines at once. */
const WITH_LINES = new Set(["/tasks", "/today", "/upcoming", "/calendar", "/trash"]);

type Variables = SecureHeadersVariables & ObservedVariables;

interface HttpOptions {
  mode?: "production" | "development";
  /** Serves the files of the build. */
  files?: MiddlewareHandler;
}

/**
 * Creates the HTTP app: static files, then the API, then the pages.
 *
 * @param pages loads the Remix build; development rebuilds it after each change
 */
export function createHttp(
  app: AppContext,
  pages: () => Promise<ServerBuild>,
  { mode = "production", files }: HttpOptions = {},
): Hono<{ Variables: Variables }> {
  const http = new Hono<{ Variables: Variables }>({ getPath: pathOf });
  http.onError((error, c) => problem(error, callerLanguage(c), app.log));
  http.use(observe(app.log, createRequestLimit(app.config.REQUESTS_PER_MINUTE)));
  const https = app.config.PUBLIC_URL.startsWith("https:");
  if (https) http.use(hostCookies());
  if (files) http.use(files);
  if (app.config.BETTER_AUTH_PREVIOUS_SECRETS.length > 0)
    http.use(acceptEarlierSessions(app.config));
  http.use(personHeader(app.config.BETTER_AUTH_SECRET));
  http.route("/", apiRoutes(app));

  const development = mode === "development";
  http.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: [({ req }) => formTargets(app.config, new URL(req.url))],
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
      permissionsPolicy,
    }),
  );
  const limitForm = limitBody(FORM_MAX);
  const limitTasks = limitBody(TASKS_FORM_MAX);
  const limitFile = limitBody(IMPORT_BYTES_MAX + FORM_MAX);
  const limitArchive = limitBody(ARCHIVE_MAX + FORM_MAX);
  http.use((c, next) => {
    const path = c.req.path.replace(/\.data$/, "");
    // Its other forms have no file.
    const hasFile = c.req.header("content-type")?.startsWith("multipart/form-data");
    if (path === "/profile" && hasFile) return limitArchive(c, next);
    if (path === "/tasks/files" || path === "/tasks/files/import") return limitFile(c, next);
    return (WITH_LINES.has(path) || /^\/(list|label)s\//.test(path) ? limitTasks : limitForm)(
      c,
      next,
    );
  });
  http.route("/", documentationRoutes(app.config.PUBLIC_URL));
  http.route("/", wellKnownRoutes(app.config.PUBLIC_URL));
  http.route("/", statusRoutes(app));
  http.all("*", async (c) => {
    refuseCrossSite(c.req.raw, app.config.PUBLIC_URL);
    // Remix compares it with `Host`, which a proxy may change, and fails with a 500.
    c.req.raw.headers.delete("origin");
    const build = guardPages(await pages());
    c.set("route", pageRoute(build, c.req.path));
    const handle = createRequestHandler(build, mode);
    const nonce = c.get("secureHeadersNonce") ?? "";
    // Pages and their data show who is signed in: no cache may keep them.
    const responseHeaders = new Headers({ "cache-control": "no-store" });
    const requestId = currentScope()?.request ?? "";
    const response = await handle(c.req.raw, { app, nonce, requestId, responseHeaders });
    for (const [name, value] of responseHeaders) response.headers.set(name, value);
    return response;
  });
  return http;
}

/**
 * The path of a request as it was sent. Hono would decode it first, and whatever else looks at the path
 * would see another one: what a token may do hangs on it, and `%65xport` would be the export to one of
 * them only. Parameters are decoded where they are read.
 */
const pathOf = ({ url }: Request): string => {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  const end = url.slice(start).search(/[?#]/);
  return end < 0 ? url.slice(start) : url.slice(start, start + end);
};

const knownPaths = new WeakMap<ServerBuild, Set<string>>();

/**
 * Where forms may lead. This restricts redirects too: that of Google sign-in, and that of the consent
 * page to the app that asks.
 */
function formTargets({ GOOGLE_CLIENT_ID }: Config, { pathname, searchParams }: URL): string {
  const targets = ["'self'"];
  if (GOOGLE_CLIENT_ID) targets.push(GOOGLE_ORIGIN);
  const address = searchParams.get("redirect_uri") ?? "";
  if (pathname === "/oauth/consent" && isRedirectAddress(address)) {
    const { protocol, origin } = new URL(address);
    targets.push(protocol.startsWith("http") ? origin : protocol);
  }
  return targets.join(" ");
}

/** The route of a page for logs and metrics: its path, or `/*` for unknown paths. */
function pageRoute(build: ServerBuild, path: string): string {
  const paths = knownPaths.get(build) ?? pagePaths(build);
  knownPaths.set(build, paths);
  return paths.has(path) ? path : "/*";
}

/** The paths of all pages and of their data requests. */
function pagePaths({ routes }: ServerBuild): Set<string> {
  // No page has a path parameter; `*` is the page for unknown paths.
  const pages = Object.values(routes).flatMap((route) => route?.path ?? []);
  const paths = ["/", ...pages.filter((path) => path !== "*").map((path) => `/${path}`)];
  return new Set(paths.flatMap((path) => [path, path === "/" ? "/_root.data" : `${path}.data`]));
}
