import pg from "pg";

/** The role of the tools; the app switches to it for each tool call. */
const TOOLS_ROLE = "karlo_tools";

/**
 * Grants the app's role what it needs when another role owns the tables: access to rows but not
 * DDL, reading the list of migrations, and SET ROLE to the role of the tools. Idempotent.
 *
 * @param client connected as the owner
 * @param role the app's role; nothing is granted when it is the owner itself
 * @throws Error when the role does not exist, or the owner may not grant it the role of the tools
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
    for (const sql of await missingAccess(client, role)) await client.query(sql);
    for (const { name, kind } of await ownRelations(client)) {
      if (kind === "S") await client.query(`GRANT USAGE ON SEQUENCE ${name} TO ${app}`);
      else if (name === "_prisma_migrations")
        await client.query(`GRANT SELECT ON ${name} TO ${app}`);
      else await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${name} TO ${app}`);
    }
    await grantTools(client, role);
    await client.query("COMMIT");
  } catch (error) {
    // The first error is the one to report.
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** Grants of CONNECT and USAGE, which hardened servers revoke from PUBLIC. */
async function missingAccess(client: pg.Client, role: string): Promise<string[]> {
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

/** Tables and sequences of the schema that the owner owns, without those of extensions. */
async function ownRelations(client: pg.Client): Promise<{ name: string; kind: string }[]> {
  const { rows } = await client.query<{ name: string; kind: string }>(
    `SELECT quote_ident(relname) AS name, relkind AS kind FROM pg_class
     WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND relkind IN ('r', 'p', 'S')
       AND pg_has_role(relowner, 'USAGE')
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')`,
  );
  return rows;
}

/**
 * Grants SET ROLE to the role of the tools without inheritance: with it, the row-level security of
 * the tools would apply to all queries of the app.
 */
async function grantTools(client: pg.Client, role: string): Promise<void> {
  const { rows: versions } = await client.query(
    "SELECT current_setting('server_version_num')::int >= 160000 AS grant_options",
  );
  // Until PostgreSQL 15, a role inherits from all roles that it is a member of, or from none.
  const inheritPerGrant = versions[0].grant_options as boolean;
  const app = pg.escapeIdentifier(role);
  const grants = inheritPerGrant
    ? [`GRANT ${TOOLS_ROLE} TO ${app} WITH INHERIT FALSE, SET TRUE`]
    : [`GRANT ${TOOLS_ROLE} TO ${app}`, `ALTER ROLE ${app} NOINHERIT`];
  const isGranted = async () => {
    const { rows } = await client.query(
      "SELECT pg_has_role($1::text, $2::text, $3) AND NOT pg_has_role($1::text, $2::text, 'USAGE') AS granted",
      [role, TOOLS_ROLE, inheritPerGrant ? "SET" : "MEMBER"],
    );
    return rows[0].granted as boolean;
  };
  if (await isGranted()) return;
  const remedy = `As an administrator: ${grants.join("; ")};`;
  try {
    for (const sql of grants) await client.query(sql);
  } catch (error) {
    throw new Error(
      `${role} must be able to act as ${TOOLS_ROLE}, and the owner may not allow it. ${remedy}`,
      { cause: error },
    );
  }
  if (!(await isGranted()))
    throw new Error(
      `${role} inherits from ${TOOLS_ROLE}, by a grant that is not the owner's. Revoke that. ${remedy}`,
    );
}
