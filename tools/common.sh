# Shared by tools/run and tools/test; read with `source`, never run by itself.

say() { printf '%s\n' "$*" >&2; }

# need_command NAME WHAT-TO-DO
need_command() {
  command -v "$1" > /dev/null 2>&1 && return 0
  say "$1 is missing: $2"
  return 1
}

need_toolchain() {
  local enough=0
  need_command dotnet "install the .NET SDK 10" || enough=1
  need_command node "install Node.js 20 or newer (with npm)" || enough=1
  need_command npm "install npm, which comes with Node.js" || enough=1
  return "$enough"
}

# need_packages COMMAND=DEBIAN-PACKAGE ...   Installs what is missing when root on Debian; else says what to install.
need_packages() {
  local pair missing=()
  for pair in "$@"; do
    has_program "${pair%%=*}" || missing+=("${pair#*=}")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0

  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null 2>&1; then
    say "Missing system packages. Install them and try again: sudo apt-get install ${missing[*]}"
    return 1
  fi
  say "Installing missing Debian packages: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null || {
    say "apt-get could not install: ${missing[*]}"
    return 1
  }
}

has_program() {
  if [ "$1" = initdb ]; then [ -n "$(postgres_programs)" ]; else command -v "$1" > /dev/null 2>&1; fi
}

# ---- PostgreSQL of our own: a data directory, a free loopback port, durable as in production (fsync stays on) ----

# Debian keeps the server's programs out of PATH, one directory per version.
postgres_programs() {
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -n 1)
  if [ -n "$newest" ] && [ -x "$newest/initdb" ]; then
    echo "$newest"
  elif command -v initdb > /dev/null 2>&1; then
    dirname "$(command -v initdb)"
  fi
}

# The server refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

free_port() {
  node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })"
}

# postgres_folder DIR   Names the folder for a server: DIR where the server's user can reach it, else one of its own under /var/tmp.
postgres_folder() {
  mkdir -p "$1"
  if [ "$(id -u)" -ne 0 ] || as_postgres test -x "$1"; then
    echo "$1"
    return
  fi

  rmdir "$1" 2> /dev/null || true
  local elsewhere
  elsewhere=/var/tmp/traininghub$(printf '%s' "$1" | tr -c 'A-Za-z0-9._-' '-')
  # Everybody may write to /var/tmp: a folder that somebody else has put there is not taken.
  if [ -e "$elsewhere" ] && [ "$(stat -c %U "$elsewhere")" != postgres ]; then
    say "User postgres cannot reach $1, and $elsewhere belongs to somebody else: name a folder with --data."
    return 1
  fi
  say "User postgres cannot reach $1: the server's files are in $elsewhere instead."
  echo "$elsewhere"
}

# start_postgres DIR [SETTING=VALUE]...   Makes or reopens a server in DIR and sets POSTGRES_CONNECTION (without a database name).
start_postgres() {
  local directory=$1 programs password port setting settings=
  shift
  for setting in "$@"; do settings+=" -c $setting"; done
  programs=$(postgres_programs)
  mkdir -p "$directory"
  if [ "$(id -u)" -eq 0 ]; then
    chown postgres: "$directory"
    if ! as_postgres test -x "$directory"; then
      say "User postgres cannot reach $directory: choose a directory outside /root, for example --data /var/lib/traininghub."
      return 1
    fi
  fi
  chmod 700 "$directory"

  if [ ! -f "$directory/data/PG_VERSION" ]; then
    password=$(node -e "console.log(require('crypto').randomBytes(24).toString('base64url'))")
    (umask 077 && printf '%s\n' "$password" > "$directory/password")
    [ "$(id -u)" -ne 0 ] || chown postgres: "$directory/password"
    as_postgres "$programs/initdb" -D "$directory/data" -U traininghub --pwfile="$directory/password" \
      --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 > "$directory/initdb.log" 2>&1 || {
      cat "$directory/initdb.log" >&2
      return 1
    }
  fi
  password=$(cat "$directory/password")

  if as_postgres "$programs/pg_ctl" -D "$directory/data" status > /dev/null 2>&1; then
    port=$(sed -n 4p "$directory/data/postmaster.pid")
  else
    port=$(free_port)
    as_postgres "$programs/pg_ctl" -D "$directory/data" -l "$directory/server.log" -w -t 60 \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c max_connections=300$settings" start > /dev/null || {
      tail -n 20 "$directory/server.log" >&2
      return 1
    }
  fi
  POSTGRES_CONNECTION="Host=127.0.0.1;Port=$port;Username=traininghub;Password=$password"
  POSTGRES_PORT=$port
}

# make_database DIR NAME   In the server that start_postgres started, with a second role: traininghub owns the tables and changes them,
#                          traininghub_app only reads and writes. Sets POSTGRES_OWNER and POSTGRES_APPLICATION, their connections.
make_database() {
  local programs password
  programs=$(postgres_programs)
  local -x PGPASSWORD
  PGPASSWORD=$(cat "$1/password")
  local connect=(-h 127.0.0.1 -p "$POSTGRES_PORT" -U traininghub)
  if [ ! -f "$1/password-app" ]; then
    (umask 077 && node -e "console.log(require('crypto').randomBytes(24).toString('base64url'))" > "$1/password-app")
  fi
  password=$(cat "$1/password-app")
  # By standard input: what stands on a command line is for everyone to read.
  "$programs/psql" "${connect[@]}" -d postgres -q -v ON_ERROR_STOP=1 <<SQL
SELECT 'CREATE ROLE traininghub_app' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'traininghub_app') \gexec
ALTER ROLE traininghub_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '$password';
SQL
  if [ -z "$("$programs/psql" "${connect[@]}" -d postgres -tAc "select 1 from pg_database where datname = '$2'")" ]; then
    "$programs/createdb" "${connect[@]}" "$2"
  fi
  POSTGRES_OWNER="$POSTGRES_CONNECTION;Database=$2"
  POSTGRES_APPLICATION="Host=127.0.0.1;Port=$POSTGRES_PORT;Username=traininghub_app;Password=$password;Database=$2"
}

stop_postgres() {
  [ -f "$1/data/postmaster.pid" ] || return 0
  as_postgres "$(postgres_programs)/pg_ctl" -D "$1/data" -m fast -w -t 60 stop > /dev/null
}
