import { z } from "zod";
import { PASSWORD_MAX, PASSWORD_MIN } from "#app/accounts/auth.server";
import { timeZoneInput } from "#app/platform/time-zone";
import { operation } from "./operation";

const email = z.string("an e-mail address").trim().max(320).pipe(z.email("an e-mail address"));
const sizes = `a password of ${PASSWORD_MIN} to ${PASSWORD_MAX} characters`;
const nameSize = "a name of 1 to 100 characters";

const signup = z
  .strictObject({
    name: z.string(nameSize).trim().min(1, nameSize).max(100, nameSize),
    email,
    password: z.string(sizes).min(PASSWORD_MIN, sizes).max(PASSWORD_MAX, sizes),
    time_zone: timeZoneInput.optional(),
    locale: z.enum(["en", "ur"], { error: "en or ur" }).optional(),
  })
  .meta({ id: "SignUp" });

const login = z
  .strictObject({
    email,
    password: z.string("a password").min(1, "a password").max(PASSWORD_MAX, "a password"),
  })
  .meta({ id: "LogIn" });

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
    created_at: z.string(),
  })
  .meta({ id: "Person" });

const wireTokens = z
  .object({
    token: z.string().describe("For `Authorization: Bearer`."),
    expires_at: z.string(),
    refresh_token: z.string().describe("Works once."),
  })
  .meta({ id: "Tokens" });

const awaited = z.null().describe("Null until the address is confirmed, where that is asked for.");
const welcome = z.union([
  z.object({ user: wirePerson, ...wireTokens.shape }),
  z.object({ user: awaited, token: z.null(), expires_at: z.null(), refresh_token: z.null() }),
]);

const problems = [400, 401, 403, 413, 415, 422, 429];

/** What there is to do with an account over HTTP, for programs that keep no cookies. */
export const authOperations = {
  signup: operation({
    id: "signUp",
    tag: "Accounts",
    method: "POST",
    path: "/auth/signup",
    summary: "Make an account",
    named: false,
    open: true,
    body: signup,
    answers: { 201: { description: "The person, and a pair of tokens.", schema: welcome } },
    problems,
  }),
  login: operation({
    id: "logIn",
    tag: "Accounts",
    method: "POST",
    path: "/auth/login",
    summary: "Log in",
    named: false,
    open: true,
    body: login,
    answers: { 200: { description: "The person, and a pair of tokens.", schema: welcome } },
    problems,
  }),
  refresh: operation({
    id: "refreshTokens",
    tag: "Accounts",
    method: "POST",
    path: "/auth/refresh",
    summary: "Get the next pair of tokens",
    description: "A refresh token that comes a second time ends its session.",
    named: false,
    open: true,
    body: refresh,
    answers: { 200: { description: "A new pair.", schema: wireTokens } },
    problems: [400, 401, 413, 415, 422],
  }),
  me: operation({
    id: "getMe",
    tag: "Accounts",
    method: "GET",
    path: "/auth/me",
    summary: "Who the token speaks for",
    named: false,
    answers: { 200: { description: "The person.", schema: z.object({ user: wirePerson }) } },
  }),
  logout: operation({
    id: "logOut",
    tag: "Accounts",
    method: "POST",
    path: "/auth/logout",
    summary: "End the session of the token",
    named: false,
    answers: { 204: { description: "It has ended, and so has every token of it." } },
  }),
};
