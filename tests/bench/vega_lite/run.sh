#!/usr/bin/env bash
# Vega-Lite on the charts of chart_bench.cpp, where it is installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v node >/dev/null || [ ! -d "$here/node_modules/vega-lite" ]; then
  echo "Vega-Lite in Node: skipped; set it up with: npm install --prefix tests/bench/vega_lite"
  exit 0
fi
exec node "$here/bench.mjs"
