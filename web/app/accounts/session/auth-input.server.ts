import { APIError } from "better-auth/api";
import { z } from "zod";
import { isAppError } from "#app/platform/errors";
import {
  emailInput,
  NAME_MAX,
  rejectUnstorable,
  secretInput,
  textInput,
} from "#app/platform/text-input";
import { isStorable } from "#app/platform/text-rules";
import { timeZoneInput } from "#app/platform/time-zone";

/** Longest text of any other member, such as an identity token. */
const TEXT_MAX = 8_000;
const PASSWORD_TEXT_MAX = 1_000;

const email = emailInput().optional();
// Its length is checked by the endpoint, which has an error code of its own for it.
const password = secretInput(0, PASSWORD_TEXT_MAX, "a password").optional();

/** An address of a picture; nothing that a browser would execute. */
const image = z
  .url({ protocol: /^https?$/, error: "an https address of a picture" })
  .max(2_000, "an https address of a picture")
  .nullish();

/** The members of Better Auth's requests by name; they mean the same at every endpoint. */
const members = z.looseObject({
  name: textInput({ max: NAME_MAX, expected: `a name of 1 to ${NAME_MAX} characters` }).optional(),
  email,
  newEmail: email,
  image,
  password,
  newPassword: password,
  currentPassword: password,
  timeZone: timeZoneInput.optional(),
});

const otherText = (text: string) => text.length <= TEXT_MAX && isStorable(text);

/**
 * Validates a request to any endpoint of Better Auth with the bounds of all other input, which its
 * own schemas do not have.
 *
 * @throws APIError 422 with the code INVALID_INPUT
 */
export function checkAuthInput(body: unknown, ...parameters: unknown[]): void {
  try {
    for (const input of [body, ...parameters]) rejectUnstorable(input);
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw invalid(error.field ?? "the request", String(error.values.expected));
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) return;
  const issue = members.safeParse(body).error?.issues[0];
  if (issue) throw invalid(issue.path.join("."), issue.message);
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === "string" && !otherText(value))
      throw invalid(name.slice(0, 100), `a text of at most ${TEXT_MAX} characters`);
  }
}

function invalid(field: string, expected: string): APIError {
  const message = `${field} takes ${expected}.`;
  return new APIError("UNPROCESSABLE_ENTITY", { code: "INVALID_INPUT", message });
}
