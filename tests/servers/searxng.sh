#!/usr/bin/env bash
# Starts a real SearXNG on loopback, to hold `seo/services/searxng.py` against what it truly answers.
#
#     git clone https://github.com/searxng/searxng ../searxng         # AGPL: beside the project, never in it
#     tests/servers/searxng.sh ../searxng [PORT] [FOLDER]             # Ctrl-C ends it; nothing is left running
#     SEARXNG_URL=http://127.0.0.1:8899 python -m pytest -m network tests/seo/services/test_searxng.py
#
# It asks nobody: one engine reads a file of this script's own, a second one points at a closed port and never answers, so
# that every answer is the mixed kind that is met in the wild (200, results, and an engine that did not respond).
# FOLDER keeps the virtual environment between runs; without it all is thrown away.
set -euo pipefail

source=$(cd "${1:?the folder of a SearXNG snapshot}" && pwd)
port=${2:-8899}
kept=${3:-}
folder=${kept:-$(mktemp -d)}
mkdir -p "$folder/loopback"
folder=$(cd "$folder" && pwd)
started=()
stop() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  [ -n "$kept" ] || rm -rf "$folder"
}
trap stop EXIT
trap 'exit 0' INT TERM

if [ ! -x "$folder/venv/bin/python" ]; then
  python3 -m venv "$folder/venv"
  "$folder/venv/bin/pip" install --quiet --requirement "$source/requirements.txt"
fi

cat > "$folder/loopback/found.json" <<'JSON'
{"found": [
  {"address": "https://one.example/wash", "title": "How do you wash a thermal curtain?", "text": "Cold, gentle, hung up wet."},
  {"address": "https://two.example/hang", "title": "Hanging heavy curtains", "text": "Which rail bears how much."}],
 "related": [{"phrase": "wash curtains by hand"}, {"phrase": "can thermal curtains be ironed"}]}
JSON

cat > "$folder/settings.yml" <<YAML
use_default_settings: {engines: {keep_only: []}}
general: {enable_metrics: false}
search: {formats: [html, json]}
server: {secret_key: "for a loopback test only", limiter: false, bind_address: "127.0.0.1", port: $port}
engines:
  - {name: loopback, engine: json_engine, shortcut: lo, categories: general, enable_http: true, timeout: 5.0,
     search_url: "http://127.0.0.1:$((port + 1))/found.json?q={query}", results_query: found, url_query: address,
     title_query: title, content_query: text, suggestion_query: related/phrase}
  - {name: silent, engine: json_engine, shortcut: si, categories: general, enable_http: true, timeout: 2.0,
     search_url: "http://127.0.0.1:9/?q={query}", results_query: found, url_query: address, title_query: title,
     content_query: text}
YAML

"$folder/venv/bin/python" -m http.server --bind 127.0.0.1 --directory "$folder/loopback" "$((port + 1))" >/dev/null 2>&1 &
started+=($!)
cd "$source"
SEARXNG_SETTINGS_PATH="$folder/settings.yml" "$folder/venv/bin/python" -m searx.webapp >"$folder/searxng.log" 2>&1 &
started+=($!)
echo "SEARXNG_URL=http://127.0.0.1:$port (log: $folder/searxng.log)"
wait
