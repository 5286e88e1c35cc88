import { z } from "zod";

/** What the JSON Schema of a schema says in addition: what its checks in code demand. */
type Addition = Record<string, unknown>;

/**
 * Schemas whose checks are code, with what a JSON Schema says of them. Beside `meta`, because the
 * tools of the assistant are declared from the same schemas, in as few words as possible.
 */
export const documented = z.registry<{ json: Addition }>();

/** The member of an addition that names a schema: it becomes a component of the document. */
export const COMPONENT = "x-component";

/** Names a schema in the document, so that generated clients have a type of this name; returns it. */
export const component = <Schema extends z.ZodType>(schema: Schema, name: string): Schema =>
  described(schema, { [COMPONENT]: name });

/** Documents a schema; returns it. */
export function described<Schema extends z.ZodType>(schema: Schema, json: Addition): Schema {
  documented.add(schema, { json });
  return schema;
}

const YEAR = "^(19[7-9]\\d|[2-9]\\d{3})-";

/** A day since 1970. */
export const DAY_FORMAT = { type: "string", format: "date", pattern: YEAR };
/** A moment since 1970. */
export const MOMENT_FORMAT = { type: "string", format: "date-time", pattern: YEAR };

/** The schema of a moment in an answer. */
export const momentOutput = () => described(z.string(), { format: "date-time" });

/** The schema of an id that this server made. */
export const uuidOutput = () => described(z.string(), { format: "uuid" });

// Without what is beyond the basic plane; exact below it. See `text-rules`.
const CONTROL = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";
const INVISIBLE =
  "\\s\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb";
const VISIBLE = `[^${CONTROL}]*[^${INVISIBLE}][^${CONTROL}]*`;

/** An e-mail address that is taken; some others are too. */
export const EMAIL_PATTERN =
  "^\\w+([.+-]\\w+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,20}$";

/** A text that PostgreSQL can store. */
export const STORABLE_PATTERN = "^[^\\u0000]*$";

/** A name of a label: no text with a comma, or of the sign before a label alone. */
export const LABEL_PATTERN = `^[^${CONTROL},،;]*[^${INVISIBLE},،;@＠][^${CONTROL},،;]*$`;

/** A text without control characters, with something to see in it; an optional one may be empty. */
export const textPattern = (optional: boolean): string =>
  optional ? `^(?:|${VISIBLE})$` : `^${VISIBLE}$`;

// The usual order of the parts, and combinations that are always fine: others are taken too.
const NUMBER = "[1-9]\\d{0,2}";
const END = `(;(COUNT=${NUMBER}|UNTIL=2[01]\\d{2}(0[1-9]|1[0-2])(0[1-9]|1\\d|2[0-8])))?`;
const WEEKDAY = "(MO|TU|WE|TH|FR|SA|SU)";
const EVERY = `(;INTERVAL=[1-9]\\d?)?`;
const MONTH_DAY = "BYMONTHDAY=-?([1-9]|1\\d|2[0-8])";

/** Rules of repetition that are taken (RFC 5545). */
export const RULE_PATTERN = `^FREQ=(DAILY${EVERY}|WEEKLY${EVERY}(;BYDAY=${WEEKDAY})?|MONTHLY${EVERY}(;${MONTH_DAY}|;BYDAY=(-?[1-4])?${WEEKDAY})?|YEARLY${EVERY}(;BYMONTH=([1-9]|1[0-2]);${MONTH_DAY})?)${END}$`;
