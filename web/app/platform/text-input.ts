import { z } from "zod";
import { described, textPattern } from "./documented";
import { AppError } from "./errors";
import { hasControl, isStorable, isVisible } from "./text-rules";

/** Longest e-mail address, in characters (RFC 5321, 4.5.3.1.3, without its brackets). */
const EMAIL_MAX = 254;
/** Longest name of a person, in characters. */
export const NAME_MAX = 100;

const STORABLE = "a text without NUL characters and unpaired surrogates";

/** Most characters of a refused text that an error quotes, with its escapes. */
const RECEIVED_MAX = 80;
/** Fields that an error does not quote. */
const SECRET_FIELD = /password|secret|token|code|current/i;

interface TextOptions {
  /** Longest text, in UTF-16 code units, after trimming. */
  max: number;
  /** Accepts an empty text. */
  optional?: boolean;
  /** What is expected; the message of every issue. */
  expected?: string;
}

/**
 * The schema of every text that a person or program writes: trimmed, well-formed Unicode without
 * control characters, of at most `max` characters, with something to see in it.
 */
export function textInput({ max, optional = false, expected }: TextOptions) {
  const size = optional ? `at most ${max}` : `1 to ${max}`;
  const error = expected ?? `a text of ${size} characters`;
  return described(
    z
      .string({ error })
      .trim()
      // The first issue is enough: what is empty is not invisible too.
      .max(max, { error, abort: true })
      .min(optional ? 0 : 1, { error, abort: true })
      .refine(isStorable, { error: expected ?? STORABLE, abort: true })
      .refine((text) => !hasControl(text), {
        error: expected ?? "a text without control characters",
        abort: true,
      })
      .refine(
        (text) => (optional && text === "") || isVisible(text),
        expected ?? "a text with something to see in it",
      ),
    { pattern: textPattern(optional) },
  );
}

/** The schema of an e-mail address; `expected` is the message of every issue. */
export const emailInput = (expected = "an e-mail address") =>
  textInput({ max: EMAIL_MAX, expected }).pipe(z.email(expected));

/** The schema of a secret that a person types: a text as it is, of `min` to `max` characters. */
export const secretInput = (min: number, max: number, expected: string) =>
  z.string(expected).min(min, expected).max(max, expected).refine(isStorable, expected);

/**
 * Rejects input with a text, also as the name of a member, that PostgreSQL cannot store. A net
 * below the schemas: they may leave a text open.
 *
 * @param input parsed JSON, a query or a form, of any depth
 * @throws AppError `invalid_input` (422) with the place of the text
 */
export function rejectUnstorable(input: unknown): void {
  // A list and no recursion: the depth of JSON is up to its sender.
  const pending: { value: unknown; place: string }[] = [{ value: input, place: "" }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, place } = next;
    if (typeof value === "string") rejectText(value, place);
    if (typeof value !== "object" || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      rejectText(name, place);
      pending.push({
        value: member,
        place: place === "" ? name : `${place}.${name}`.slice(0, 200),
      });
    }
  }
}

function rejectText(text: string, place: string): void {
  if (isStorable(text)) return;
  throw new AppError("invalid_input", 422, {
    field: place.toWellFormed().replaceAll("\0", "") || undefined,
    values: {
      expected: STORABLE,
      ...(!SECRET_FIELD.test(place) && { received: JSON.stringify(text).slice(0, RECEIVED_MAX) }),
    },
  });
}
