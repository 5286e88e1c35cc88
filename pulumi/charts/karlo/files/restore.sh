#!/bin/bash
# Replaces the data by /backup/restore.dump, in one transaction: concurrent requests wait, and see
# either the old data or the new. Refuses a file that is not a dump of Karlo, or of a newer version.
set -euo pipefail
. /scripts/database.sh

dump=/backup/restore.dump
[ -s "$dump" ] || fail "there is no $dump: put the file to restore there first"

say "reading the dump"
pg_restore --list "$dump" >/work/list && pg_restore --file=/dev/null "$dump" ||
  fail "restore.dump is no whole file of pg_dump --format=custom"
for table in _prisma_migrations task user conversation; do
  grep -q " TABLE public $table " /work/list || fail "this is no dump of Karlo: it has no table $table"
done

# /work/migrations has a line "name checksum" for each migration of this version of the app.
pg_restore --data-only --table=_prisma_migrations --file=- "$dump" |
  awk -F'\t' '/^COPY / {
      gsub(/.*\(|\).*| /, ""); split($0, names, ","); for (i in names) at[names[i]] = i; on = 1; next
    }
    $0 == "\\." { on = 0 }
    on && $(at["finished_at"]) != "\\N" { print $(at["migration_name"]), $(at["checksum"]) }' >/work/dumped
[ -s /work/dumped ] || fail "this dump has no migrations"
if grep -vxFf /work/migrations /work/dumped >/work/unknown; then
  fail "this dump is of another version of Karlo, newer than this one: upgrade first. Its migrations that are not here: $(cut -d' ' -f1 /work/unknown | xargs)"
fi

connect_to "${MIGRATION_DATABASE_URL:-${DIRECT_DATABASE_URL:-${DATABASE_URL:-}}}"
say "restoring into $PGDATABASE of $PGHOST:$PGPORT as $PGUSER"

# The grants of the dump to roles that exist; those of another installation may not.
grants() {
  sql -c "SELECT quote_ident(rolname) FROM pg_roles UNION SELECT 'PUBLIC' UNION SELECT 'karlo_tools'" >/work/roles || return 1
  grep -E '^[0-9]+; [0-9]+ [0-9]+ ACL public ' /work/list >/work/grants || return 0
  pg_restore --use-list=/work/grants --file=- "$dump" | sed -n '/^GRANT /p' |
    while IFS= read -r line; do
      role="${line##* TO }" role="${role%;}"
      if grep -qxF -- "${role% WITH GRANT OPTION}" /work/roles; then printf '%s\n' "$line"; fi
    done
}

# The last line commits, and is written only if everything before it was.
transaction() {
  echo "BEGIN; SET LOCAL lock_timeout = '60s'; SET LOCAL client_min_messages = warning;"
  cat <<'SQL'
DO $$
DECLARE
  commands text[];
  command text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'karlo_tools') THEN
    CREATE ROLE karlo_tools NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'karlo_tools', 'MEMBER') THEN
    EXECUTE format('GRANT karlo_tools TO %I', current_user);
  END IF;
  IF to_regnamespace('public') IS NULL THEN
    -- As initdb creates it.
    CREATE SCHEMA public;
    GRANT USAGE ON SCHEMA public TO PUBLIC;
    IF pg_has_role(current_user, 'pg_database_owner', 'MEMBER') THEN
      ALTER SCHEMA public OWNER TO pg_database_owner;
    END IF;
  END IF;
  -- Drops every object, except those of extensions and the sequences of identity columns.
  SELECT array_agg(format('DROP %s IF EXISTS %s CASCADE', kind, name) ORDER BY step, oid) INTO commands
  FROM (
    SELECT 1 AS step, oid, 'pg_class'::regclass AS class, relnamespace AS schema, oid::regclass::text AS name,
      CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind
    FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL
    SELECT 2, oid, 'pg_proc'::regclass, pronamespace, oid::regprocedure::text, 'ROUTINE' FROM pg_proc
    UNION ALL
    SELECT 3, oid, 'pg_type'::regclass, typnamespace, oid::regtype::text, 'TYPE'
    FROM pg_type WHERE typtype IN ('e', 'd', 'r')
  ) AS thing
  WHERE schema = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = class AND objid = oid AND deptype IN ('e', 'i'));
  FOREACH command IN ARRAY coalesce(commands, '{}') LOOP
    EXECUTE command;
  END LOOP;
END
$$;
SQL
  # The only parameter that an older server than this pg_restore may not know is a timeout.
  pg_restore --no-owner --no-acl --no-comments --file=- "$dump" | sed '1,40{/^SET transaction_timeout/d}' || return 1
  grants || return 1
  echo "COMMIT;"
  echo "\\! touch /work/restored"
}

# Concurrent transactions may hold locks in another order; then it is retried.
for try in 1 2 3; do
  if transaction | sql -o /dev/null 2>/work/errors && [ -e /work/restored ]; then break; fi
  cat /work/errors >&2
  grep -qE 'deadlock detected|lock timeout' /work/errors && [ "$try" -lt 3 ] || fail "nothing was changed; the error is above"
  say "nothing was changed; trying again"
done
sql -c "SET client_min_messages = error" -c ANALYZE
sql -o /work/counts <<<"$COUNT_ROWS"
mv "$dump" /backup/.restored.dump && rm /backup/.restored.dump
say "restore complete: $(rows_in /work/counts) rows in $(wc -l </work/counts) tables"
