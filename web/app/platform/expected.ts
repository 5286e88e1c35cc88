import type { z } from "zod";

/** Types as a person would say them, where a schema has no message of its own. */
const TYPES: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a JSON object",
  record: "a JSON object",
};

/** How the messages of the library begin. */
const OF_LIBRARY = /^(Invalid|Too (big|small)|Unrecognized|Expected|Required)\b/;

/** What a value had to be: the message of the schema, never the words of a library. */
export function expectedOf(issue: z.core.$ZodIssue): string {
  if (!OF_LIBRARY.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? UNKNOWN;
    case "invalid_value":
      return issue.values.length > 20 ? UNKNOWN : `one of ${issue.values.map(String).join(", ")}`;
    case "too_big":
      return ofSize(issue.origin, `at most ${issue.maximum}`);
    case "too_small":
      return ofSize(issue.origin, `at least ${issue.minimum}`);
    default:
      return UNKNOWN;
  }
}

const UNKNOWN = "a value that the API documents";

function ofSize(origin: string, size: string): string {
  if (origin === "string") return `a text of ${size} characters`;
  return origin === "array" || origin === "set" ? `a list of ${size}` : `a number of ${size}`;
}
