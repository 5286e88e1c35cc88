import pg from "pg";

/** The role of the tools, which the app becomes for each of their calls. */
const TOOLS_ROLE = "karlo_tools";

/**
 * Grants a role what the app needs, where another owns the tables: their rows, not the tables
 * themselves; a look at the list of migrations; and to act as the role of the tools. What it
 * has already is left as it is.
 *
 * @param client connected as the owner
 * @throws Error when there is no such role, or the owner may not let it act as the tools do
 */
export async function grantToApp(client: pg.Client, role: string): Promise<void> {
  const { rows: roles } = await client.query(
    "SELECT rolname = current_user AS owner FROM pg_roles WHERE rolname = $1",
    [role],
  );
  if (!roles[0])
    throw new Error(
      `The role ${role} of APP_DATABASE_ROLE is not there. As an administrator: CREATE ROLE ${pg.escapeIdentifier(role)} LOGIN PASSWORD '…';`,
    );
  if (roles[0].owner) return;
  const app = pg.escapeIdentifier(role);
  await client.query("BEGIN");
  try {
    for (const sql of await missingEntries(client, role)) await client.query(sql);
    for (const { name, kind } of await ownRelations(client)) {
      if (kind === "S") await client.query(`GRANT USAGE ON SEQUENCE ${name} TO ${app}`);
      else if (name === "_prisma_migrations")
        await client.query(`GRANT SELECT ON ${name} TO ${app}`);
      else await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${name} TO ${app}`);
    }
    await grantTools(client, role);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** What a hardened server keeps from everybody: to connect, and to look into the schema. */
async function missingEntries(client: pg.Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ sql: string }>(
    `SELECT format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), $1::text) AS sql
     WHERE NOT has_database_privilege($1::text, current_database(), 'CONNECT')
     UNION ALL
     SELECT format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), name)
     FROM unnest(ARRAY[$1, $2]::text[]) AS name
     WHERE NOT has_schema_privilege(name, current_schema(), 'USAGE')`,
    [role, TOOLS_ROLE],
  );
  return rows.map(({ sql }) => sql);
}

/** Tables and sequences of the schema that are the owner's: an extension's are not. */
async function ownRelations(client: pg.Client): Promise<{ name: string; kind: string }[]> {
  const { rows } = await client.query<{ name: string; kind: string }>(
    `SELECT quote_ident(relname) AS name, relkind AS kind FROM pg_class
     WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND relkind IN ('r', 'p', 'S')
       AND pg_has_role(relowner, 'USAGE')
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')`,
  );
  return rows;
}

async function grantTools(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query(
    `SELECT pg_has_role($1::text, $2::text,
       CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END
     ) AS member`,
    [role, TOOLS_ROLE],
  );
  if (rows[0].member) return;
  const sql = `GRANT ${TOOLS_ROLE} TO ${pg.escapeIdentifier(role)}`;
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(
      `${role} must be able to act as ${TOOLS_ROLE}, and the owner may not allow it. As an administrator: ${sql};`,
      { cause: error },
    );
  }
}
