import { z } from "zod";
import { themes } from "#app/accounts/preferences/device-preferences.server";
import { PASSWORD_MAX, PASSWORD_MIN } from "#app/accounts/session/auth.server";
import { assistantLanguages } from "#app/i18n/conversation";
import { languages } from "#app/i18n/language";
import { numeralSystems } from "#app/i18n/numerals";
import { momentOutput } from "#app/platform/documented";
import { emailInput, NAME_MAX, secretInput, textInput } from "#app/platform/text-input";
import { timeZoneInput } from "#app/platform/time-zone";
import { operation } from "./operation";

const email = emailInput();
const sizes = `a password of ${PASSWORD_MIN} to ${PASSWORD_MAX} characters`;
const nameSize = `a name of 1 to ${NAME_MAX} characters`;

const signup = z
  .strictObject({
    name: textInput({ max: NAME_MAX, expected: nameSize }),
    email,
    password: secretInput(PASSWORD_MIN, PASSWORD_MAX, sizes),
    time_zone: timeZoneInput.optional(),
    locale: z.enum(["en", "ur"], { error: "en or ur" }).optional(),
  })
  .meta({ id: "SignUp" });

const code = z
  .string("a code")
  .trim()
  .min(1, "a code")
  .max(100, "a code")
  .describe("A code of the authenticator app, or a recovery code.");

const login = z
  .strictObject({
    email,
    password: secretInput(1, PASSWORD_MAX, "a password"),
    code: code.optional(),
  })
  .meta({ id: "LogIn" });

const secondStep = z
  .strictObject({
    ticket: z
      .string("the ticket of the first step")
      .regex(/^[\w.%~+/=-]{1,400}$/, "the ticket of the first step"),
    code,
  })
  .meta({ id: "SecondStep" });

const refresh = z
  .strictObject({ refresh_token: z.string("a refresh token").min(1).max(200) })
  .meta({ id: "Refresh" });

const wirePerson = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    email_verified: z.boolean(),
    time_zone: z.string(),
    locale: z.enum(["en", "ur"]),
    theme: z.enum(["system", "light", "dark"]),
    numerals: z.enum(["western", "urdu"]),
    first_weekday: z.int().nullable().describe("1 is Monday; null: by the language."),
    clock_hours: z.int().nullable().describe("12 or 24; null: by the language."),
    assistant_language: z.enum(assistantLanguages).describe("What the assistant answers in."),
    created_at: momentOutput(),
  })
  .meta({ id: "Person" });

const WEEKDAY = "a weekday from 1, Monday, to 7, or null";

/** Body of PATCH: omitted fields are unchanged. */
const profile = z
  .strictObject({
    name: textInput({ max: NAME_MAX, expected: nameSize }),
    time_zone: timeZoneInput,
    locale: z.enum(languages, { error: "en or ur" }),
    theme: z.enum(themes, { error: `one of ${themes.join(", ")}` }),
    numerals: z.enum(numeralSystems, { error: `one of ${numeralSystems.join(", ")}` }),
    first_weekday: z.int(WEEKDAY).min(1, WEEKDAY).max(7, WEEKDAY).nullable(),
    clock_hours: z.literal([12, 24], { error: "12, 24 or null" }).nullable(),
    assistant_language: z.enum(assistantLanguages, {
      error: `one of ${assistantLanguages.join(", ")}`,
    }),
  })
  .partial()
  .extend({ user_id: z.unknown().optional() })
  .meta({ id: "PersonEdit", examples: [{ time_zone: "Asia/Karachi", locale: "ur" }] });

const person = { 200: { description: "The user.", schema: z.object({ user: wirePerson }) } };

const wireTokens = z
  .object({
    token: z.string().describe("For `Authorization: Bearer`."),
    expires_at: momentOutput(),
    refresh_token: z.string().describe("Can be used once."),
  })
  .meta({ id: "Tokens" });

/** All of it is null until the e-mail address is verified, if verification is required. */
const signedIn = z
  .object({
    user: wirePerson.nullable(),
    token: wireTokens.shape.token.nullable(),
    expires_at: wireTokens.shape.expires_at.nullable(),
    refresh_token: wireTokens.shape.refresh_token.nullable(),
  })
  .meta({
    id: "SignedIn",
    description: "All null until the e-mail address is verified, if verification is required.",
  });

const problems = [400, 401, 403, 413, 415, 422, 429];

/** Operations on accounts for API clients without cookies. */
export const authOperations = {
  signup: operation({
    id: "signUp",
    tag: "Accounts",
    method: "POST",
    path: "/auth/signup",
    summary: "Create an account",
    underUserId: false,
    isPublic: true,
    body: signup,
    responses: { 201: { description: "The user with a pair of tokens.", schema: signedIn } },
    problems,
  }),
  login: operation({
    id: "logIn",
    tag: "Accounts",
    method: "POST",
    path: "/auth/login",
    summary: "Log in",
    description:
      "With two-step sign-in and no `code`, the answer is 401 with the code `second_factor_required` and a `ticket` for the second step, which is valid for five minutes.",
    underUserId: false,
    isPublic: true,
    body: login,
    responses: { 200: { description: "The user with a pair of tokens.", schema: signedIn } },
    problems,
  }),
  secondStep: operation({
    id: "completeLogIn",
    tag: "Accounts",
    method: "POST",
    path: "/auth/login/second-step",
    summary: "Complete a log-in with a code",
    description: "Each code can be used once.",
    underUserId: false,
    isPublic: true,
    body: secondStep,
    responses: { 200: { description: "The user with a pair of tokens.", schema: signedIn } },
    problems,
  }),
  refresh: operation({
    id: "refreshTokens",
    tag: "Accounts",
    method: "POST",
    path: "/auth/refresh",
    summary: "Renew a pair of tokens",
    description:
      "Sent again within ten seconds, a refresh token gives the same pair; later its reuse ends the session.",
    underUserId: false,
    isPublic: true,
    body: refresh,
    responses: { 200: { description: "A new pair.", schema: wireTokens } },
    problems: [400, 401, 413, 415, 422],
  }),
  me: operation({
    id: "getMe",
    tag: "Accounts",
    method: "GET",
    path: "/auth/me",
    summary: "Read the authenticated user",
    underUserId: false,
    tagged: true,
    responses: person,
  }),
  profile: operation({
    id: "getProfile",
    tag: "Accounts",
    method: "GET",
    path: "/me",
    summary: "Read your profile",
    underUserId: true,
    tagged: true,
    responses: person,
  }),
  editProfile: operation({
    id: "editProfile",
    tag: "Accounts",
    method: "PATCH",
    path: "/me",
    summary: "Edit your profile",
    description:
      "Omitted fields are unchanged. The e-mail address and the password are changed on the profile page, which asks for the password.",
    underUserId: true,
    body: profile,
    responses: person,
    problems: [400, 413, 415, 422],
  }),
  logout: operation({
    id: "logOut",
    tag: "Accounts",
    method: "POST",
    path: "/auth/logout",
    summary: "End the session of the token",
    underUserId: false,
    responses: { 204: { description: "The session and all of its tokens are revoked." } },
  }),
};
