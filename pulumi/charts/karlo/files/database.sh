# Sourced by backup.sh and restore.sh.

say() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*"; }

fail() {
  say "FAILED: $*" >&2
  exit 1
}

# Percent-decodes a part of a URL.
decode() {
  local text="${1//\\/\\\\}"
  printf '%b' "${text//%/\\x}"
}

# Sets the environment of psql and pg_dump from a URL, so that no password is on a command line.
# Parameters that only the app understands are ignored.
connect_to() {
  local url='^postgres(ql)?://([^:@/]+)(:([^/]*))?@(\[[^]/]+\]|[^:@/?,]+)(:([0-9]+))?/([^?]+)(\?(.*))?$'
  [[ $1 =~ $url ]] || fail "the database's URL is not postgresql://USER:PASSWORD@HOST[:PORT]/DATABASE"
  local host="${BASH_REMATCH[5]}" parameters parameter value
  IFS='&' read -ra parameters <<<"${BASH_REMATCH[10]}"
  PGUSER="$(decode "${BASH_REMATCH[2]}")" PGPASSWORD="$(decode "${BASH_REMATCH[4]}")"
  PGPORT="${BASH_REMATCH[7]:-5432}" PGDATABASE="$(decode "${BASH_REMATCH[8]}")"
  host="${host#[}" PGHOST="${host%]}"
  export PGUSER PGPASSWORD PGHOST PGPORT PGDATABASE PGCONNECT_TIMEOUT=15 PGAPPNAME="karlo-${0##*/}"
  for parameter in "${parameters[@]}"; do
    value="$(decode "${parameter#*=}")"
    case "${parameter%%=*}" in
      sslmode) [ "$value" = no-verify ] && value=require; export PGSSLMODE="$value" ;;
      sslrootcert) export PGSSLROOTCERT="$value" ;;
      channel_binding) export PGCHANNELBINDING="$value" ;;
      options) export PGOPTIONS="$value" ;;
    esac
  done
}

# Runs SQL from standard input; stops at the first error.
sql() { psql -XqAt -v ON_ERROR_STOP=1 "$@"; }

# SQL that generates the statements that count the rows of each table, for \gexec.
COUNT_ROWS="
  SELECT format('SELECT %L, count(*) FROM %I.%I', nspname || '.' || relname, nspname, relname)
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relkind = 'r' AND nspname <> 'information_schema' AND nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
  ORDER BY nspname COLLATE \"C\", relname COLLATE \"C\" \\gexec"

# The sum of the counts in a file of COUNT_ROWS.
rows_in() { awk -F'|' '{ rows += $2 } END { print rows + 0 }' "$1"; }
