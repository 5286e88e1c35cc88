import { Hono, type MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import { IMAGE_BYTES_MAX } from "#app/conversations/attachment";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { IMPORT_BYTES_MAX } from "#app/tasks/transfer";
import { archiveRoutes } from "./archive";
import { attachmentRoutes } from "./attachments";
import { authRoutes } from "./auth";
import { callerLanguage } from "./authenticate";
import { answerAuth } from "./better-auth";
import { chatRoute, runRoutes } from "./chat";
import { chatKitRoutes } from "./chatkit/routes";
import { conversationRoutes } from "./conversations";
import { healthRoutes } from "./health";
import { limitBody } from "./limit-body";
import { mcpRoute } from "./mcp";
import { openApiRoute } from "./openapi";
import { problem } from "./problem";
import { taskEventRoutes } from "./task-events";
import { taskRoutes } from "./tasks";
import { transferRoutes } from "./transfer";
import { trashRoutes } from "./trash";

/** Largest body of a request, in bytes; files that are imported may be larger. */
const BODY_MAX = 1024 * 1024;

/** What a form adds to the file in it. */
const FORM_BYTES = 16 * 1024;

/** Where it all is, besides health. */
const PATHS = ["/api/*", "/chat", "/mcp"];

/** Everything under `/api`, with `/health`, `/ready`, `/chat` and `/mcp`. */
export function apiRoutes(karlo: Karlo): Hono {
  const api = new Hono();
  api.onError((error, c) => problem(error, callerLanguage(c), karlo.log));

  const [short, long] = [limitBody(BODY_MAX), limitBody(IMPORT_BYTES_MAX)];
  const upload = limitBody(IMAGE_BYTES_MAX + FORM_BYTES, {
    code: "attachment_too_large",
    told: IMAGE_BYTES_MAX,
  });
  const limit: MiddlewareHandler = (c, next) => {
    // Only to look whether a GET has a body would cost as much as the rest of its way.
    if (c.req.method === "GET") return next();
    if (/\/attachments(\/|$)/.test(c.req.path)) return upload(c, next);
    return (c.req.path.endsWith("/tasks/import") ? long : short)(c, next);
  };
  const shared = cors({
    origin: karlo.config.CORS_ORIGINS,
    // Tokens only: another origin's page never gets to use the session cookie.
    credentials: false,
    allowHeaders: [
      ...["authorization", "content-type", "idempotency-key", "last-event-id", "prefer"],
      ...["mcp-protocol-version", "mcp-method", "mcp-name"],
    ],
    exposeHeaders: ["location", "retry-after", "www-authenticate", "x-request-id"],
    maxAge: 600,
  });
  const crossOrigin: MiddlewareHandler = async (c, next) => {
    if (c.req.header("origin") !== undefined) return shared(c, next);
    await next();
    // Not `c.header`, which makes the answer anew once it is there.
    c.res.headers.append("vary", "Origin");
  };
  const https = karlo.config.PUBLIC_URL.startsWith("https:");
  const secure = secureHeaders({ strictTransportSecurity: https ? "max-age=15552000" : false });
  for (const path of ["/health", "/ready"]) api.use(path, secure);
  for (const path of PATHS) api.use(path, secure, crossOrigin);
  // An export is read back whole: it has a limit of its own.
  api.route("/api/v1", archiveRoutes(karlo));
  for (const path of PATHS) api.use(path, limit);

  api.route("/", healthRoutes(karlo));
  api.on(["GET", "POST"], "/api/auth/*", (c) => answerAuth(karlo, c.req.raw));
  api.route("/", openApiRoute(karlo.config.PUBLIC_URL));
  api.route("/", chatRoute(karlo));
  api.route("/", mcpRoute(karlo, BODY_MAX));
  api.route("/api", chatKitRoutes(karlo));
  const v1 = new Hono()
    .route("/", authRoutes(karlo))
    .route("/", chatRoute(karlo))
    .route("/", runRoutes(karlo))
    .route("/", attachmentRoutes(karlo))
    .route("/", conversationRoutes(karlo))
    .route("/", taskEventRoutes(karlo))
    .route("/", transferRoutes(karlo))
    .route("/", taskRoutes(karlo))
    .route("/", trashRoutes(karlo));
  api.route("/api/v1", v1);
  const named = new Hono()
    .route("/", chatRoute(karlo))
    .route("/", attachmentRoutes(karlo))
    .route("/", conversationRoutes(karlo))
    .route("/", taskEventRoutes(karlo))
    .route("/", transferRoutes(karlo))
    .route("/", taskRoutes(karlo))
    .route("/", trashRoutes(karlo));
  api.route("/api/:user_id", named);
  api.all("/api/*", () => {
    throw new AppError("not_found", 404);
  });
  api.all("/chat", () => {
    throw new AppError("method_not_allowed", 405);
  });
  return api;
}
