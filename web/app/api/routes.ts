import { type Context, Hono, type MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import { openApiRoute } from "#app/api/docs/openapi";
import { mcpRoute } from "#app/api/mcp/mcp";
import { isOpenOAuthPath, oauthRoutes } from "#app/api/oauth/oauth";
import { archiveRoutes } from "#app/api/rest/archive";
import { attachmentRoutes } from "#app/api/rest/attachments";
import { authRoutes, profileRoutes } from "#app/api/rest/auth";
import { chatRoute, runRoutes } from "#app/api/rest/chat";
import { conversationRoutes } from "#app/api/rest/conversations";
import { calendarRoute, feedRoutes } from "#app/api/rest/feeds";
import { filterRoutes } from "#app/api/rest/filters";
import { groupRoutes } from "#app/api/rest/groups";
import { reminderRoutes } from "#app/api/rest/reminders";
import { taskEventRoutes } from "#app/api/rest/task-events";
import { taskFileRoutes } from "#app/api/rest/task-files";
import { taskFormRoutes } from "#app/api/rest/task-forms";
import { taskRoutes } from "#app/api/rest/tasks";
import { transferRoutes } from "#app/api/rest/transfer";
import { trashRoutes } from "#app/api/rest/trash";
import type { AppContext } from "#app/app-context";
import { IMAGE_BYTES_MAX } from "#app/attachments/attachment";
import { type AppError, isAppError } from "#app/platform/errors";
import { IMPORT_BYTES_MAX } from "#app/tasks/transfer/transfer";
import { callerLanguage } from "./authenticate";
import { handleAuth } from "./better-auth";
import { chatKitRoutes } from "./chatkit/routes";
import { healthRoutes } from "./health";
import { limitBody } from "./limit-body";
import { answerUnrouted, methodNotAllowed, methodsOf } from "./methods";
import { permissionsPolicy } from "./permissions-policy";
import { problem } from "./problem";

/** Maximum request body in bytes; imported files may be larger. */
const BODY_MAX = 1024 * 1024;

/**
 * The same for a press on a notification, which comes without a session: what a stranger sends is held
 * in memory until all is here. Accounts take more, so that a field that is too long can be named.
 */
const PRESS_BODY_MAX = 64 * 1024;

/** Overhead of a multipart form around its file, in bytes. */
const FORM_BYTES = 16 * 1024;

/** The address of a feed; `/calendar` itself is a page. */
const FEED = "/calendar/:file{.+}";

/** The paths of the API, besides the probes. */
const PATHS = ["/api/*", "/chat", "/mcp", FEED];

/** Creates the routes of `/api`, `/health`, `/ready`, `/chat` and `/mcp`. */
export function apiRoutes(app: AppContext): Hono {
  const api = new Hono();
  api.onError((error, c) =>
    problem(hasNoSuchMethod(error, c) ?? error, callerLanguage(c), app.log),
  );
  let methods: ReturnType<typeof methodsOf> | undefined;
  const methodsAt = (c: Context) => {
    methods ??= methodsOf(api);
    return methods(c.req.path);
  };
  /** `PUT /tasks/export` reaches the route of `/tasks/{id}`, which refuses it for reasons of its own. */
  const hasNoSuchMethod = (error: unknown, c: Context): AppError | null => {
    if (!isAppError(error)) return null;
    const allowed = methodsAt(c);
    return allowed && !allowed.includes(c.req.method) ? methodNotAllowed(allowed) : null;
  };

  const limitDefault = limitBody(BODY_MAX);
  const limitPress = limitBody(PRESS_BODY_MAX);
  const limitImport = limitBody(IMPORT_BYTES_MAX);
  const limitUpload = limitBody(IMAGE_BYTES_MAX + FORM_BYTES, {
    code: "attachment_too_large",
    reportedMax: IMAGE_BYTES_MAX,
  });
  const limit: MiddlewareHandler = (c, next) => {
    // Checking whether a GET has a body costs as much as the rest of the middleware.
    if (c.req.method === "GET") return next();
    if (c.req.path === "/api/v1/notifications/act") return limitPress(c, next);
    if (/\/attachments(\/|$)/.test(c.req.path)) return limitUpload(c, next);
    return (c.req.path.endsWith("/tasks/import") ? limitImport : limitDefault)(c, next);
  };
  const corsHeaders = cors({
    origin: app.config.CORS_ORIGINS,
    // Tokens only: pages of other origins never use the session cookie.
    credentials: false,
    allowHeaders: [
      ...["authorization", "content-type", "idempotency-key", "last-event-id", "prefer"],
      ...["if-match", "if-none-match"],
      ...["mcp-protocol-version", "mcp-method", "mcp-name"],
    ],
    exposeHeaders: ["allow", "etag", "location", "retry-after", "www-authenticate", "x-request-id"],
    maxAge: 600,
  });
  const anyOrigin = cors();
  const crossOrigin: MiddlewareHandler = async (c, next) => {
    if (isOpenOAuthPath(c.req.path)) return anyOrigin(c, next);
    if (c.req.header("origin") !== undefined) return corsHeaders(c, next);
    await next();
    // Not `c.header`: it copies a response that already exists.
    c.res.headers.append("vary", "Origin");
  };
  const https = app.config.PUBLIC_URL.startsWith("https:");
  const secure = secureHeaders({
    strictTransportSecurity: https ? "max-age=15552000" : false,
    permissionsPolicy,
  });
  const noStore: MiddlewareHandler = async (c, next) => {
    await next();
    const { headers } = c.res;
    const set = headers.get("cache-control");
    // Files are kept by the person's own browser, which asks each time.
    if (set === null || !/no-store|private/.test(set)) headers.set("cache-control", "no-store");
    // Nobody reads what HEAD would have got: an event stream would stay open.
    if (c.req.method === "HEAD") await c.res.body?.cancel();
  };
  for (const path of ["/health", "/ready"]) api.use(path, secure);
  for (const path of PATHS) api.use(path, secure, noStore, crossOrigin);
  // Before the other limits: an import of a whole account may be larger.
  api.route("/api/v1", archiveRoutes(app));
  for (const path of PATHS) api.use(path, limit);

  api.route("/", healthRoutes(app));
  api.route("/", oauthRoutes(app));
  api.on(["GET", "POST"], "/api/auth/*", (c) => handleAuth(app, c.req.raw));
  api.route("/", openApiRoute(app.config.PUBLIC_URL));
  api.route("/", chatRoute(app));
  api.route("/", calendarRoute(app));
  api.route("/", mcpRoute(app, BODY_MAX));
  api.route("/api", chatKitRoutes(app));
  const v1 = new Hono()
    .route("/", authRoutes(app))
    .route("/", profileRoutes(app))
    .route("/", chatRoute(app))
    .route("/", runRoutes(app))
    .route("/", attachmentRoutes(app))
    .route("/", conversationRoutes(app))
    .route("/", taskEventRoutes(app))
    .route("/", transferRoutes(app))
    .route("/", taskRoutes(app))
    .route("/", taskFileRoutes(app))
    .route("/", taskFormRoutes(app))
    .route("/", groupRoutes(app))
    .route("/", filterRoutes(app))
    .route("/", trashRoutes(app))
    .route("/", feedRoutes(app))
    .route("/", reminderRoutes(app));
  api.route("/api/v1", v1);
  const underUserId = new Hono()
    .route("/", profileRoutes(app))
    .route("/", chatRoute(app))
    .route("/", attachmentRoutes(app))
    .route("/", conversationRoutes(app))
    .route("/", taskEventRoutes(app))
    .route("/", transferRoutes(app))
    .route("/", taskRoutes(app))
    .route("/", taskFileRoutes(app))
    .route("/", taskFormRoutes(app))
    .route("/", groupRoutes(app))
    .route("/", filterRoutes(app))
    .route("/", trashRoutes(app))
    .route("/", feedRoutes(app));
  api.route("/api/:user_id", underUserId);
  for (const path of ["/api/*", "/chat", "/health", "/ready", FEED])
    api.all(path, (c) => answerUnrouted(c, methodsAt(c)));
  return api;
}
