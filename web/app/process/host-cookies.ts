import type { MiddlewareHandler } from "hono";

const PREFIX = "__Host-";

/** The cookies that the server sets; pages set `karlo.conversation` themselves. */
const OURS = /^karlo[._](?!conversation$)/;

/**
 * Gives every cookie of the server the prefix `__Host-`, where the scheme is https: such a cookie is
 * set by this very host, over TLS and for all of its paths, so that neither a page of a sibling
 * domain nor anybody in the network can plant one. Behind this middleware cookies have their plain
 * names; one that a browser sends under a plain name is dropped.
 * Source: https://www.rfc-editor.org/rfc/rfc6265#section-4.1 and its successor, 4.1.3.2
 */
export function hostCookies(): MiddlewareHandler {
  return async (c, next) => {
    const sent = c.req.raw.headers.get("cookie");
    if (sent !== null) c.req.raw.headers.set("cookie", withoutPrefix(sent));
    await next();
    const set = c.res.headers.getSetCookie();
    if (set.length === 0) return;
    c.res.headers.delete("set-cookie");
    for (const line of set) c.res.headers.append("set-cookie", withPrefix(line));
  };
}

function withoutPrefix(header: string): string {
  const pairs = header.split(";").map((pair) => pair.trim());
  return pairs
    .filter((pair) => !OURS.test(nameOf(pair)))
    .map((pair) => (pair.startsWith(`${PREFIX}karlo`) ? pair.slice(PREFIX.length) : pair))
    .join("; ");
}

/** Adds the prefix and what it demands: `Secure`, `Path=/` and no `Domain`. */
function withPrefix(line: string): string {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  if (!OURS.test(nameOf(pair))) return line;
  const kept = attributes.filter((attribute) => !/^(secure|path|domain)(=|$)/i.test(attribute));
  return [PREFIX + pair, ...kept, "Path=/", "Secure"].join("; ");
}

const nameOf = (pair: string): string => pair.split("=", 1)[0] ?? "";
