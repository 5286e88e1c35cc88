import { z } from "zod";
import { textInput } from "#app/platform/text-input";
import { CATEGORY_MAX } from "#app/tasks/task/task";

/** What a feed gives its tasks as. Most calendars show events only. */
export const FEED_KINDS = ["events", "tasks"] as const;

/** Most feeds of a person. */
export const FEEDS_MAX = 20;

/** Days for which a completed task stays in a feed. */
export const COMPLETED_DAYS = 90;

/** A secret address of tasks as a calendar, without its secret. */
export interface Feed {
  id: string;
  kind: (typeof FEED_KINDS)[number];
  /** Null: all tasks. */
  category: string | null;
  createdAt: string;
  /** When a calendar last asked for it, to the hour; null: never. */
  readAt: string | null;
}

/** A feed that was just made: its address is shown this once. */
export interface NewFeed extends Feed {
  url: string;
}

/** Schemas of what a new feed is of, by their wire names. */
export const feedFields = {
  kind: z.enum(FEED_KINDS, { error: `one of ${FEED_KINDS.join(", ")}` }),
  category: textInput({ max: CATEGORY_MAX, optional: true })
    .transform((text) => text || null)
    .nullable(),
};

/** The same address as calendars open it by themselves. */
export const toWebcal = (url: string): string => url.replace(/^https?:/, "webcal:");
