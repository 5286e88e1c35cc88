#!/bin/bash
# Dumps the database, restores the dump into a scratch server in this pod, compares the row counts of
# every table with those at the start of the dump, and only then gives the file its final name.
set -euo pipefail
. /scripts/database.sh

work=/tmp/work
name="karlo-$(date -u +%Y%m%dT%H%M%SZ).dump"
part="/backup/.$name.part"
mkdir "$work"

exec 9>/backup/.lock
flock -n 9 || fail "another backup is at work"
rm -f /backup/.karlo-*.part
trap 'rm -f "$part"' EXIT

connect_to "${MIGRATION_DATABASE_URL:-${DIRECT_DATABASE_URL:-${DATABASE_URL:-}}}"
say "dumping $PGDATABASE of $PGHOST:$PGPORT as $PGUSER"
# pg_dump and the counts use the same snapshot, which exists as long as this session.
sql <<SQL || fail "the database was not dumped"
SET statement_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \gset
\setenv SNAPSHOT :snapshot
\! pg_dump --format=custom --no-password --snapshot="\$SNAPSHOT" --file='$part' && touch $work/dumped
\o $work/counts
$COUNT_ROWS
SQL
[ -e "$work/dumped" ] || fail "pg_dump ended with an error (above)"
grep -q '^public._prisma_migrations|' "$work/counts" || fail "this database holds no Karlo yet"

say "restoring $(stat -c %s "$part") bytes into a scratch server"
in_scratch() {
  env -u PGPASSWORD -u PGOPTIONS -u PGSSLMODE -u PGCHANNELBINDING \
    PGHOST="$work" PGPORT=5432 PGUSER=scratch PGDATABASE=postgres "$@"
}
initdb -D "$work/data" -U scratch --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$work/log" 2>&1 &&
  pg_ctl -D "$work/data" -w -l "$work/log" -o "-k $work -c listen_addresses='' -c fsync=off" start >/dev/null ||
  fail "the scratch server did not start: $(tail -3 "$work/log")"
# Owners and grants are restored as well, so their roles have to exist.
sql -c "SELECT format('CREATE ROLE %I NOLOGIN;', rolname) FROM pg_roles
        WHERE rolname !~ '^pg_' AND rolname <> 'scratch'" | in_scratch psql -XqAt -v ON_ERROR_STOP=1
in_scratch createdb --template=template0 karlo
in_scratch pg_restore --exit-on-error --dbname=karlo "$part" || fail "the dump does not restore"
in_scratch psql -XqAt -v ON_ERROR_STOP=1 -o "$work/restored" karlo <<<"$COUNT_ROWS"
in_scratch pg_ctl -D "$work/data" -m immediate stop >/dev/null
diff "$work/counts" "$work/restored" >&2 || fail "the restored tables have other rows than the dumped ones"

sync "$part"
mv "$part" "/backup/$name"
find /backup -maxdepth 1 -name 'karlo-*Z.dump' | sort -r | tail -n "+$((KEEP + 1))" |
  while read -r old; do rm "$old" && say "removed ${old#/backup/}, beyond the $KEEP that are kept"; done
say "backup complete: $name, $(stat -c %s "/backup/$name") bytes, $(rows_in "$work/counts") rows in $(wc -l <"$work/counts") tables, sha256 $(sha256sum "/backup/$name" | cut -d' ' -f1)"
