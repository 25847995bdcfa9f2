# What the scripts share: sourced, never run. Says one sentence and stops when something is missing.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
stop() { printf 'marquee: %s\n' "$*" >&2; exit 1; }

# at_least HAVE WANT: version comparison.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

require_rust() {
  command -v cargo >/dev/null 2>&1 || stop "Rust is missing; install Rust 1.95 or newer from https://rustup.rs and run this again."
  local have; have=$(rustc --version | cut -d' ' -f2 | cut -d- -f1)
  at_least "$have" 1.95.0 || stop "Rust $have is too old; run \`rustup update\` to get 1.95 or newer."
}

require_node() {
  command -v node >/dev/null 2>&1 || stop "Node.js is missing; install Node 20.19 or newer (https://nodejs.org) and run this again."
  local have; have=$(node --version | tr -d v)
  at_least "$have" 20.19.0 || stop "Node $have is too old; install 20.19 or newer."
  command -v npm >/dev/null 2>&1 || stop "npm is missing; it comes with Node.js from https://nodejs.org."
}

# require_packages COMMAND:PACKAGE...: installs the Debian packages whose command (or file) is missing.
require_packages() {
  local missing=() pair
  for pair in "$@"; do
    local probe=${pair%%:*}
    if [[ $probe == /* ]]; then compgen -G "$probe" >/dev/null || missing+=("${pair#*:}")
    else command -v "$probe" >/dev/null 2>&1 || missing+=("${pair#*:}"); fi
  done
  [ ${#missing[@]} -eq 0 ] && return
  [ "$(id -u)" = 0 ] || stop "some packages are missing; run \`sudo apt-get install ${missing[*]}\` and then this again."
  command -v apt-get >/dev/null 2>&1 || stop "some programs are missing; install ${missing[*]} with your package manager."
  say "Installing ${missing[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null \
    || stop "apt-get could not install ${missing[*]}; look at its message above."
}

# The web client, built only when something changed.
build_web() {
  local stamp=web/node_modules/.installed
  if [ ! -f $stamp ] || [ web/package-lock.json -nt $stamp ]; then
    say "Installing the web client's packages"
    (cd web && npm ci --no-audit --no-fund --loglevel=error) || stop "npm could not install the web client's packages; look at its message above."
    touch $stamp
  fi
  if [ ! -f web/dist/index.html ] || [ -n "$(find web schema/api.graphql -newer web/dist/index.html -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' -print -quit)" ]; then
    say "Building the web client"
    (cd web && npm run --silent build) || stop "the web client does not build; look at the message above."
  fi
}

# The composers from npm that ours is compared with.
REFERENCE=tests/conformance/reference
install_reference() {
  local stamp=$REFERENCE/node_modules/.installed
  [ -f $stamp ] && [ ! $REFERENCE/package-lock.json -nt $stamp ] && return
  say "Installing the reference composers"
  (cd $REFERENCE && npm ci --no-audit --no-fund --loglevel=error) || stop "npm could not install the reference composers; look at its message above."
  touch $stamp
}

build_server() {
  say "Building the server (the first time takes a few minutes)"
  cargo build --locked --bin marquee || stop "the server does not build; look at the message above."
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Runs a command as the user postgres when we are root: PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

# start_postgres FOLDER PORT: a cluster of our own on loopback.
start_postgres() {
  local folder=$1 port=$2 bin; bin=$(postgres_bin)
  [ -n "$bin" ] || stop "PostgreSQL's server is missing; install the package postgresql."
  if [ ! -f "$folder/PG_VERSION" ]; then
    mkdir -p "$folder"
    [ "$(id -u)" = 0 ] && chown postgres "$folder"
    as_postgres "$bin/initdb" -D "$folder" -U postgres --auth=trust --no-sync -E UTF8 --locale=C.UTF-8 >/dev/null
  fi
  as_postgres "$bin/pg_ctl" -D "$folder" -w -l "$folder/server.log" \
    -o "-p $port -h 127.0.0.1 -k '' -c max_connections=300 -c fsync=${POSTGRES_FSYNC:-on}" start >/dev/null \
    || stop "PostgreSQL did not start; look into $folder/server.log."
}

stop_postgres() { as_postgres "$(postgres_bin)/pg_ctl" -D "$1" -m fast stop >/dev/null 2>&1 || true; }

# start_redis FOLDER PORT
start_redis() {
  mkdir -p "$1"
  redis-server --port "$2" --bind 127.0.0.1 --dir "$1" --appendonly yes --daemonize yes --pidfile "$1/redis.pid" --logfile "$1/redis.log" >/dev/null
  local try; for try in $(seq 100); do redis-cli -p "$2" ping >/dev/null 2>&1 && return; sleep 0.05; done
  stop "Redis did not start; look into $1/redis.log."
}

stop_redis() { redis-cli -p "$1" shutdown nosave >/dev/null 2>&1 || true; }
