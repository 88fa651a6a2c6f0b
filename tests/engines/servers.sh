#!/usr/bin/env bash
# Starts a throw-away PostgreSQL and a throw-away MariaDB on loopback, each in a data folder of its own.
#   eval "$(bash servers.sh start [FOLDER])"     installs what is missing (as root, from Debian), starts, prints export lines
#   bash servers.sh stop [FOLDER]
set -euo pipefail
action=${1:-start}
home=${2:-/tmp/cx-metrics-servers}
pg_port=${CX_PG_PORT:-54329}
maria_port=${CX_MARIADB_PORT:-33069}
pg_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)

as() { if [ "$(id -u)" = 0 ]; then runuser -u "$1" -- "${@:2}"; else "${@:2}"; fi; }

if [ "$action" = stop ]; then
  as postgres "$pg_bin/pg_ctl" -D "$home/postgres" -m fast stop >&2 || true
  if [ -f "$home/mariadb/pid" ]; then kill "$(cat "$home/mariadb/pid")" || true; fi
  exit 0
fi

if [ -z "$pg_bin" ] || ! [ -x "$pg_bin/initdb" ] || ! [ -x /usr/sbin/mariadbd ]; then
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update && apt-get install -y --no-install-recommends postgresql mariadb-server; } >&2
  pg_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
fi

mkdir -p "$home/postgres" "$home/mariadb"
if [ "$(id -u)" = 0 ]; then chown postgres "$home/postgres"; chown mysql "$home/mariadb"; chmod 755 "$home"; fi

if ! [ -f "$home/postgres/PG_VERSION" ]; then
  # The locale C keeps lower() and ordering simple; the encoding must be UTF8.
  as postgres "$pg_bin/initdb" -D "$home/postgres" -U postgres -A trust -E UTF8 --locale=C --no-sync >&2
fi
if ! as postgres "$pg_bin/pg_ctl" -D "$home/postgres" status >/dev/null 2>&1; then
  as postgres "$pg_bin/pg_ctl" -D "$home/postgres" -w -l "$home/postgres/log" \
    -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$home/postgres -c fsync=off" start >&2
fi

if ! [ -d "$home/mariadb/mysql" ]; then
  as mysql mariadb-install-db --no-defaults --datadir="$home/mariadb" --auth-root-authentication-method=normal --skip-test-db >&2
fi
if ! mariadb-admin --no-defaults --socket="$home/mariadb/socket" -uroot ping >/dev/null 2>&1; then
  as mysql /usr/sbin/mariadbd --no-defaults --datadir="$home/mariadb" --socket="$home/mariadb/socket" --port="$maria_port" \
    --bind-address=127.0.0.1 --pid-file="$home/mariadb/pid" --innodb-flush-log-at-trx-commit=0 >"$home/mariadb/log" 2>&1 </dev/null &
  for _ in $(seq 100); do
    if mariadb-admin --no-defaults --socket="$home/mariadb/socket" -uroot ping >/dev/null 2>&1; then break; fi
    sleep 0.2
  done
  # Time zones are tables that a new server has empty: CONVERT_TZ answers NULL until this has run.
  if [ "${CX_MARIADB_ZONES:-1}" = 1 ]; then
    mariadb-tzinfo-to-sql --skip-write-binlog /usr/share/zoneinfo 2>/dev/null \
      | mariadb --no-defaults --socket="$home/mariadb/socket" -uroot mysql >&2
  fi
  mariadb --no-defaults --socket="$home/mariadb/socket" -uroot -e "create user if not exists 'cx'@'127.0.0.1' identified by ''; grant all on *.* to 'cx'@'127.0.0.1'" >&2
fi
echo "export PGHOST=127.0.0.1 PGPORT=$pg_port PGUSER=postgres PGDATABASE=postgres MARIADB_HOST=127.0.0.1 MARIADB_PORT=$maria_port MARIADB_USER=cx"
