import type { Context, Hono } from "hono";
import { AppError } from "#app/platform/errors";

/** A path of an app and its methods. */
interface Path {
  pattern: RegExp;
  /** How many of its parts are parameters: the path with the fewest is meant. */
  parameters: number;
  methods: Set<string>;
}

/** Tells the methods of the paths of an app, by its routes. */
export function methodsOf(app: Hono): (path: string) => string[] | null {
  const paths = new Map<string, Path>();
  for (const { path, method } of app.routes) {
    // What is for all methods is a middleware, or answers for its methods itself.
    if (method === "ALL") continue;
    const parts = path.split("/").filter(Boolean);
    const known = paths.get(path) ?? {
      pattern: new RegExp(`^/${parts.map(toPattern).join("/")}/?$`),
      parameters:
        parts.filter((part) => part.startsWith(":")).length + (path.includes("*") ? 9 : 0),
      methods: new Set<string>(),
    };
    known.methods.add(method);
    paths.set(path, known);
  }
  const ordered = [...paths.values()].sort((a, b) => a.parameters - b.parameters);
  return (path) => {
    const first = ordered.find(({ pattern }) => pattern.test(path));
    if (!first) return null;
    const same = ordered.filter(
      ({ pattern, parameters }) => parameters === first.parameters && pattern.test(path),
    );
    const methods = new Set(same.flatMap((one) => [...one.methods]));
    if (methods.has("GET")) methods.add("HEAD");
    return [...methods, "OPTIONS"].sort();
  };
}

const toPattern = (part: string): string =>
  part === "*"
    ? ".*"
    : part.startsWith(":")
      ? "[^/]+"
      : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Answers a request that no route took: OPTIONS with the methods of its path, another with 405, and 404
 * where there is no such path.
 *
 * @throws AppError `method_not_allowed` (405, with `Allow`), `not_found` (404)
 */
export function answerUnrouted(context: Context, methods: string[] | null): Response {
  if (methods === null) throw new AppError("not_found", 404);
  if (context.req.method === "OPTIONS")
    return new Response(null, { status: 204, headers: { allow: methods.join(", ") } });
  throw methodNotAllowed(methods);
}

/** The error of a method that a path does not have. */
export const methodNotAllowed = (methods: string[]): AppError =>
  new AppError("method_not_allowed", 405, { values: { allow: methods.join(", ") } });
