import { Hono } from "hono";
import { decodeJwt } from "jose";
import { z } from "zod";
import { personToWire } from "#app/accounts/account-on-the-wire";
import { PASSWORD_MAX, PASSWORD_MIN } from "#app/accounts/auth.server";
import type { AuthAnswer } from "#app/accounts/call-auth.server";
import { issueTokens, refreshTokens } from "#app/accounts/program-tokens.server";
import { signIn } from "#app/accounts/sign-in.server";
import { signOut } from "#app/accounts/sign-out.server";
import { signUp } from "#app/accounts/sign-up.server";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { timeZoneInput } from "#app/platform/time-zone";
import { authenticate } from "./authenticate";
import { readJson } from "./body";
import { parseInput } from "./problem";

const email = z.string("an e-mail address").trim().max(320).pipe(z.email("an e-mail address"));
const sizes = `a password of ${PASSWORD_MIN} to ${PASSWORD_MAX} characters`;
const newPassword = z.string(sizes).min(PASSWORD_MIN, sizes).max(PASSWORD_MAX, sizes);

const signup = z.strictObject({
  name: z
    .string("a name of 1 to 100 characters")
    .trim()
    .min(1, "a name of 1 to 100 characters")
    .max(100, "a name of 1 to 100 characters"),
  email,
  password: newPassword,
  time_zone: timeZoneInput.optional(),
  locale: z.enum(["en", "ur"], { error: "en or ur" }).optional(),
});
const login = z.strictObject({
  email,
  password: z.string("a password").min(1, "a password").max(PASSWORD_MAX, "a password"),
});
const refresh = z.strictObject({ refresh_token: z.string("a refresh token").min(1).max(200) });

/**
 * Accounts for plain REST clients: the same accounts, rules and limits as on the pages, with tokens
 * in the body and no cookie.
 */
export function authRoutes(karlo: Karlo): Hono {
  const { db } = karlo;

  /** The person with a pair of tokens; neither while their address is still to be confirmed. */
  async function welcome({ body: { token } }: AuthAnswer) {
    if (typeof token !== "string")
      return { user: null, token: null, expires_at: null, refresh_token: null };
    const session = await db.session.findUniqueOrThrow({
      where: { token },
      include: { user: true },
    });
    return { user: personToWire(session.user), ...(await issueTokens(karlo, session)) };
  }

  return new Hono()
    .post("/auth/signup", async (c) => {
      const { time_zone: timeZone, ...input } = parseInput(signup, await readJson(c.req.raw));
      return c.json(await welcome(await signUp(karlo, c.req.raw, { ...input, timeZone })), 201);
    })
    .post("/auth/login", async (c) => {
      const input = parseInput(login, await readJson(c.req.raw));
      return c.json(await welcome(await signIn(karlo, c.req.raw, input)));
    })
    .post("/auth/refresh", async (c) => {
      const { refresh_token } = parseInput(refresh, await readJson(c.req.raw));
      return c.json(await refreshTokens(karlo, refresh_token));
    })
    .get("/auth/me", async (c) => {
      const { user } = await authenticate(karlo, c.req.raw);
      const person = await db.user.findUnique({ where: { id: user.id } });
      if (!person) throw new AppError("unauthorized", 401);
      return c.json({ user: personToWire(person) });
    })
    .post("/auth/logout", async (c) => {
      const { user, by } = await authenticate(karlo, c.req.raw);
      if (by === "session") {
        const headers = await signOut(karlo, c.req.raw);
        return new Response(null, { status: 204, headers });
      }
      const token = c.req.header("authorization")?.replace(/^Bearer +/i, "") ?? "";
      const { sid } = decodeJwt<{ sid?: string }>(token);
      if (sid) await db.session.deleteMany({ where: { id: sid, userId: user.id } });
      return c.body(null, 204);
    });
}
