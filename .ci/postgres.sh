# A PostgreSQL of the tests' own: Debian's packages, a cluster in a temporary folder on a free port, as an unprivileged user of the system.
# Sourced by .ci/run. `start_postgres` exports TENET_TEST_POSTGRES; `stop_postgres` leaves nothing behind.

postgres_folder=''

postgres_binaries() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] && [ -x "$found/initdb" ] && printf '%s' "$found"
}

# Only root can install; without packages the tests that need them fail, and say why.
install_postgres() {
  [ -n "$(postgres_binaries)" ] && return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  local policy=/usr/sbin/policy-rc.d own_policy='' try
  # The package would start a server on the default port, which is nobody's to take.
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && own_policy=yes
  fi
  for try in 1 2 3; do
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends postgresql >/dev/null && break
    sleep $((try * 5))
  done
  [ -n "$own_policy" ] && rm -f "$policy"
  [ -n "$(postgres_binaries)" ]
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

start_postgres() {
  local bin port
  bin=$(postgres_binaries) || return 1
  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/tenet-postgres-XXXXXX") || return 1
  [ "$(id -u)" = 0 ] && chown postgres "$postgres_folder"
  port=$(node -e "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })")
  # Words are sorted as in a dictionary and clocks are New York's: answers must not depend on what a server is set to.
  as_postgres "$bin/initdb" -D "$postgres_folder/data" -U tenet --auth=trust --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US --no-sync >"$postgres_folder.log" 2>&1 &&
    as_postgres "$bin/pg_ctl" -D "$postgres_folder/data" -w -t 60 -l "$postgres_folder/server.log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_folder -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c timezone=America/New_York" start >>"$postgres_folder.log" 2>&1 || {
    cat "$postgres_folder.log"
    return 1
  }
  export TENET_TEST_POSTGRES="postgres://tenet@127.0.0.1:$port/postgres"
}

stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  local bin
  bin=$(postgres_binaries) && as_postgres "$bin/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$postgres_folder" "$postgres_folder.log"
  postgres_folder=''
  unset TENET_TEST_POSTGRES
}
