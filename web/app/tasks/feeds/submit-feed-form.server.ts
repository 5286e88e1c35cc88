import { data } from "@remix-run/node";
import { z } from "zod";
import { errorDetail } from "#app/i18n/errors";
import type { Language } from "#app/i18n/language";
import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import { createFeed } from "./create-feed.server";
import { feedFields, type NewFeed } from "./feed";
import { revokeFeed } from "./revoke-feed.server";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("create"), ...feedFields }),
  z.object({ intent: z.literal("revoke"), feed: z.string().max(100) }),
]);

/** What a form of the page led to: a feed with its address, or why there is none. */
export type FeedResult = { feed: NewFeed; detail?: undefined } | { feed: null; detail: string };

/**
 * Runs a form of the page of calendar feeds. The address is in the answer, never in a URL of ours.
 *
 * @returns null for a feed that was revoked
 */
export async function submitFeedForm(
  { db, publicUrl }: { db: Db; publicUrl: string },
  user: { id: string; locale: Language },
  fields: Record<string, unknown>,
) {
  const form = schema.safeParse(fields);
  if (!form.success) return failed(errorDetail("invalid_input", user.locale), 422);
  try {
    if (form.data.intent === "create") {
      const { kind, category } = form.data;
      return data<FeedResult>({
        feed: await createFeed(db, user.id, { kind, category }, publicUrl),
      });
    }
    await revokeFeed(db, user.id, form.data.feed);
  } catch (error) {
    if (!isAppError(error)) throw error;
    // One that is off already is as it was asked for.
    if (error.code !== "feed_not_found")
      return failed(errorDetail(error.code, user.locale, error.values), error.status);
  }
  return null;
}

const failed = (detail: string, status: number) =>
  data<FeedResult>({ feed: null, detail }, { status });
