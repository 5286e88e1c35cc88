import { Hono } from "hono";
import { z } from "zod";
import { compressStream } from "#app/api/compress";
import type { AppContext } from "#app/app-context";
import { momentOutput, uuidOutput } from "#app/platform/documented";
import { streamText } from "#app/platform/stream-text";
import { createFeed } from "#app/tasks/feeds/create-feed.server";
import { FEED_KINDS, type Feed, feedFields, toWebcal } from "#app/tasks/feeds/feed";
import { findFeed } from "#app/tasks/feeds/find-feed.server";
import { listFeeds } from "#app/tasks/feeds/list-feeds.server";
import { revokeFeed } from "#app/tasks/feeds/revoke-feed.server";
import { writeFeed } from "#app/tasks/feeds/write-feed.server";
import { answer, hasTag } from "./answer";
import { json, operation, route } from "./operation";

const wireFeed = z
  .object({
    id: uuidOutput(),
    kind: z.enum(FEED_KINDS),
    category: z.string().nullable().describe("Null: all tasks."),
    created_at: momentOutput(),
    read_at: momentOutput().nullable().describe("When a calendar last asked for it, to the hour."),
  })
  .meta({ id: "Feed" });

const newFeed = z
  .strictObject({
    kind: feedFields.kind.default("events"),
    category: feedFields.category.default(null),
    user_id: z.unknown().optional(),
  })
  .meta({ id: "NewFeed", examples: [{ kind: "events", category: "home" }] });

/** Operations on the addresses that calendars subscribe to. */
export const feedOperations = {
  list: operation({
    id: "listFeeds",
    tag: "Feeds",
    method: "GET",
    path: "/feeds",
    summary: "List calendar feeds",
    description: "Without their addresses, which are secret.",
    underUserId: true,
    tagged: true,
    responses: {
      200: { description: "All feeds.", schema: z.object({ feeds: z.array(wireFeed) }) },
    },
  }),
  create: operation({
    id: "createFeed",
    tag: "Feeds",
    method: "POST",
    path: "/feeds",
    summary: "Make a calendar feed",
    description:
      "An iCalendar of all tasks or of a category, as events or as tasks, that calendars subscribe to. Whoever has the address can read them, so it is given once.",
    underUserId: true,
    body: newFeed,
    optionalBody: true,
    responses: {
      201: {
        description: "The feed with its address.",
        located: true,
        schema: wireFeed
          .extend({ url: z.url(), webcal_url: z.url() })
          .meta({ id: "FeedWithAddress" }),
      },
    },
    problems: [400, 413, 415, 422],
  }),
  revoke: operation({
    id: "revokeFeed",
    tag: "Feeds",
    method: "DELETE",
    path: "/feeds/{feed_id}",
    summary: "Switch off a calendar feed",
    underUserId: true,
    responses: { 204: { description: "Its address leads nowhere." } },
  }),
};

const toWire = ({ createdAt, readAt, id, kind, category }: Feed) => ({
  ...{ id, kind, category, created_at: createdAt, read_at: readAt },
});

/** Routes of {@link feedOperations}. */
export function feedRoutes(app: AppContext): Hono {
  const { db, config } = app;
  const routes = new Hono();

  route(routes, app, feedOperations.list, async ({ caller: { user }, request }) =>
    answer(request, { feeds: (await listFeeds(db, user.id)).map(toWire) }),
  );

  route(routes, app, feedOperations.create, async ({ caller: { user }, body, request }) => {
    const feed = await createFeed(db, user.id, body, config.PUBLIC_URL);
    const location = `${new URL(request.url).pathname.replace(/\/$/, "")}/${feed.id}`;
    const wire = { ...toWire(feed), url: feed.url, webcal_url: toWebcal(feed.url) };
    return json(wire, 201, { location });
  });

  route(routes, app, feedOperations.revoke, async ({ caller: { user }, param }) => {
    await revokeFeed(db, user.id, param("feed_id"));
    return new Response(null, { status: 204 });
  });

  return routes;
}

/**
 * `GET /calendar/{secret}.ics`: the calendar of a feed, for whoever has its address. Logs and traces
 * have the pattern of the path, never the secret.
 */
export function calendarRoute({ db, config }: AppContext): Hono {
  return new Hono().get("/calendar/:file", async (c) => {
    const request = c.req.raw;
    const now = new Date();
    const feed = await findFeed(db, c.req.param("file").replace(/\.ics$/, ""), now);
    const headers = new Headers({
      etag: feed.tag,
      "cache-control": "private, no-cache",
      "x-robots-tag": "noindex",
      vary: "Accept-Encoding",
    });
    if (hasTag(request.headers.get("if-none-match"), feed.tag))
      return new Response(null, { status: 304, headers });
    headers.set("content-type", "text/calendar; charset=utf-8");
    headers.set("content-disposition", 'inline; filename="karlo.ics"');
    if (request.method === "HEAD") return new Response(null, { headers });
    const body = streamText(writeFeed(db, feed, config.PUBLIC_URL, now));
    const packed = compressStream(body, request.headers.get("accept-encoding"));
    if (packed) headers.set("content-encoding", packed.encoding);
    return new Response(packed?.body ?? body, { headers });
  });
}
