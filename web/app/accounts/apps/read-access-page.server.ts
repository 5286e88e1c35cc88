import type { Accounts } from "#app/accounts/session/auth.server";
import { hasPassword } from "#app/accounts/session/check-password.server";
import type { SessionUser } from "#app/accounts/session/session.server";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { mcpAddress } from "./addresses";
import { knownScopes, type Scope } from "./scopes";

/** Changes of each app and token that the page shows. */
const CHANGES_SHOWN = 5;
/** Apps that the page shows; nobody has connected more. */
const APPS_SHOWN = 100;

/** A change that an app or a token made. */
export interface ShownChange {
  id: string;
  action: "created" | "updated" | "completed" | "reopened" | "skipped" | "deleted" | "restored";
  task: number;
  title: string;
  at: string;
}

/** What an app or a token did. */
interface Activity {
  changes: ShownChange[];
  /** How many there are in all. */
  changeCount: number;
}

/** A connected app. */
export interface ShownApp extends Activity {
  clientId: string;
  name: string;
  /** Hosts that its codes go to, by which an app of the web is known. */
  host: string | null;
  scopes: Scope[];
  connectedAt: string;
  lastUsedAt: string | null;
}

/** A personal token, without its secret. */
export interface ShownToken extends Activity {
  id: string;
  name: string;
  start: string;
  scopes: Scope[];
  createdAt: string;
  expiresAt: string;
  ended: boolean;
  lastUsedAt: string | null;
}

/** What the page of apps and tokens shows. */
export type AccessPageData = Awaited<ReturnType<typeof readAccessPage>>;

/** Reads the page of apps and tokens of a person. */
export async function readAccessPage(accounts: Accounts, { id: userId, timeZone }: SessionUser) {
  const { db, config } = accounts;
  const [consents, used, tokens, activity, password] = await Promise.all([
    db.oauthConsent.findMany({
      where: { userId },
      include: { client: { select: { name: true, redirectUris: true } } },
      orderBy: { createdAt: "desc" },
      take: APPS_SHOWN,
    }),
    db.oauthAccessToken.groupBy({
      by: ["clientId"],
      where: { userId },
      _max: { createdAt: true },
    }),
    db.personalToken.findMany({ where: { userId }, orderBy: { createdAt: "desc" } }),
    readActivity(accounts, userId),
    hasPassword(accounts, userId),
  ]);
  const lastToken = new Map(used.map(({ clientId, _max }) => [clientId, _max.createdAt]));
  const now = new Date();
  return {
    timeZone,
    now: now.toISOString(),
    hasPassword: password,
    mcp: mcpAddress(config),
    apps: consents.map(({ clientId, client, scopes, createdAt }): ShownApp => {
      const done = activity.get(`app:${clientId}`) ?? NOTHING;
      const newest = [lastToken.get(clientId)?.toISOString(), done.changes[0]?.at].sort().at(-1);
      return {
        clientId,
        name: client.name ?? clientId,
        host: webHost(client.redirectUris),
        scopes: knownScopes(scopes),
        connectedAt: createdAt.toISOString(),
        lastUsedAt: newest ?? null,
        ...done,
      };
    }),
    tokens: tokens.map(
      ({ id, name, start, scopes, createdAt, expiresAt, lastUsedAt }): ShownToken => ({
        id,
        name,
        start,
        scopes: knownScopes(scopes),
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        ended: expiresAt <= now,
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        ...(activity.get(`token:${id}`) ?? NOTHING),
      }),
    ),
  };
}

const NOTHING: Activity = { changes: [], changeCount: 0 };

async function readActivity({ db }: Accounts, userId: string): Promise<Map<string, Activity>> {
  type Row = Omit<ShownChange, "at"> & { client: string; at: Date; count: number };
  const rows = await query<Row>(
    db,
    Prisma.sql`SELECT id::text, client, action, task_number AS task, created_at AS at, count,
        coalesce(title, '') AS title
      FROM (
        SELECT id, client, action, task_number, created_at,
          coalesce(after->>'title', before->>'title') AS title,
          count(*) OVER (PARTITION BY client)::integer AS count,
          row_number() OVER (PARTITION BY client ORDER BY id DESC) AS place
        FROM task_change WHERE user_id = ${userId} AND client IS NOT NULL
      ) changes WHERE place <= ${CHANGES_SHOWN} ORDER BY id DESC`,
    "read activity of clients",
  );
  const found = new Map<string, Activity>();
  for (const { client, count, at, ...change } of rows) {
    const known = found.get(client) ?? { changes: [], changeCount: count };
    known.changes.push({ ...change, at: at.toISOString() });
    found.set(client, known);
  }
  return found;
}

/** The host of an app of the web; null for one on the person's machine. */
function webHost(redirectUris: string[]): string | null {
  const web = redirectUris.find((address) => address.startsWith("https:"));
  return web ? new URL(web).host : null;
}
