import { Hono } from "hono";
import { editProfile } from "#app/accounts/profile/edit-profile.server";
import type { AuthResponse } from "#app/accounts/session/call-auth.server";
import { issueTokens, refreshTokens } from "#app/accounts/session/program-tokens.server";
import { callerSessionId } from "#app/accounts/session/session.server";
import { userToWire } from "#app/accounts/session/user-to-wire";
import {
  completeSignIn,
  needsSecondStep,
  ticketOf,
} from "#app/accounts/sign-in/second-step.server";
import { signIn } from "#app/accounts/sign-in/sign-in.server";
import { signOut } from "#app/accounts/sign-in/sign-out.server";
import { signUp } from "#app/accounts/sign-in/sign-up.server";
import type { AppContext } from "#app/app-context";
import { AppError } from "#app/platform/errors";
import { answer } from "./answer";
import { authOperations } from "./auth-operations";
import { json, publicRoute, route } from "./operation";

/**
 * Routes of {@link authOperations}: the accounts, rules and limits of the pages, with tokens in the
 * body instead of cookies.
 */
export function authRoutes(app: AppContext): Hono {
  const { db } = app;
  const routes = new Hono();

  /** The user with a pair of tokens; all null until a required e-mail verification is done. */
  async function toSignedIn({ body: { token } }: AuthResponse) {
    if (typeof token !== "string")
      return { user: null, token: null, expires_at: null, refresh_token: null };
    const session = await db.session.findUniqueOrThrow({
      where: { token },
      include: { user: true },
    });
    return { user: userToWire(session.user), ...(await issueTokens(app, session)) };
  }

  publicRoute(routes, authOperations.signup, async ({ body, request }) => {
    const { time_zone: timeZone, ...input } = body;
    return json(await toSignedIn(await signUp(app, request, { ...input, timeZone })), 201);
  });

  publicRoute(routes, authOperations.login, async ({ body: { code, ...body }, request }) => {
    const answer = await signIn(app, request, body);
    if (!needsSecondStep(answer)) return json(await toSignedIn(answer));
    const ticket = await ticketOf(app, answer);
    if (!ticket || code === undefined)
      throw new AppError("second_factor_required", 401, { values: { ticket } });
    return json(await toSignedIn(await completeSignIn(app, request, { ticket, code })));
  });

  publicRoute(routes, authOperations.secondStep, async ({ body, request }) =>
    json(await toSignedIn(await completeSignIn(app, request, body))),
  );

  publicRoute(routes, authOperations.refresh, async ({ body }) =>
    json(await refreshTokens(app, body.refresh_token)),
  );

  route(routes, app, authOperations.me, ({ caller: { user }, request }) =>
    readMe(app, user.id, request),
  );

  route(routes, app, authOperations.logout, async ({ caller: { user, by }, request }) => {
    if (by === "session") {
      const headers = await signOut(app, request);
      return new Response(null, { status: 204, headers });
    }
    const sid = await callerSessionId(app, request);
    if (sid) await db.session.deleteMany({ where: { id: sid, userId: user.id } });
    return new Response(null, { status: 204 });
  });

  return routes;
}

async function readMe({ db }: AppContext, id: string, request: Request): Promise<Response> {
  const found = await db.user.findUnique({ where: { id } });
  if (!found) throw new AppError("unauthorized", 401);
  return answer(request, { user: userToWire(found) });
}

/** The routes of a person's own profile, for `/api/v1/…` and `/api/{user_id}/…`. */
export function profileRoutes(app: AppContext): Hono {
  const routes = new Hono();
  route(routes, app, authOperations.profile, ({ caller: { user }, request }) =>
    readMe(app, user.id, request),
  );
  route(routes, app, authOperations.editProfile, async ({ caller: { user }, body }) =>
    json({ user: userToWire(await editProfile(app.db, user.id, body)) }),
  );
  return routes;
}
