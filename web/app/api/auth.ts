import { Hono } from "hono";
import { decodeJwt } from "jose";
import { personToWire } from "#app/accounts/account-on-the-wire";
import type { AuthAnswer } from "#app/accounts/call-auth.server";
import { issueTokens, refreshTokens } from "#app/accounts/program-tokens.server";
import { signIn } from "#app/accounts/sign-in.server";
import { signOut } from "#app/accounts/sign-out.server";
import { signUp } from "#app/accounts/sign-up.server";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { authOperations } from "./auth-operations";
import { json, openRoute, route } from "./operation";

/**
 * Accounts for plain REST clients: the same accounts, rules and limits as on the pages, with tokens
 * in the body and no cookie.
 */
export function authRoutes(karlo: Karlo): Hono {
  const { db } = karlo;
  const routes = new Hono();

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

  openRoute(routes, authOperations.signup, async ({ body, request }) => {
    const { time_zone: timeZone, ...input } = body;
    return json(await welcome(await signUp(karlo, request, { ...input, timeZone })), 201);
  });

  openRoute(routes, authOperations.login, async ({ body, request }) =>
    json(await welcome(await signIn(karlo, request, body))),
  );

  openRoute(routes, authOperations.refresh, async ({ body }) =>
    json(await refreshTokens(karlo, body.refresh_token)),
  );

  route(routes, karlo, authOperations.me, async ({ who: { user } }) => {
    const person = await db.user.findUnique({ where: { id: user.id } });
    if (!person) throw new AppError("unauthorized", 401);
    return json({ user: personToWire(person) });
  });

  route(routes, karlo, authOperations.logout, async ({ who: { user, by }, request }) => {
    if (by === "session") {
      const headers = await signOut(karlo, request);
      return new Response(null, { status: 204, headers });
    }
    const token = request.headers.get("authorization")?.replace(/^Bearer +/i, "") ?? "";
    const { sid } = decodeJwt<{ sid?: string }>(token);
    if (sid) await db.session.deleteMany({ where: { id: sid, userId: user.id } });
    return new Response(null, { status: 204 });
  });

  return routes;
}
