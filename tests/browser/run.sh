#!/usr/bin/env bash
# Builds the booklet with the program named first and holds its site to its
# promises: run.sh PROGRAM BOOKLET FOLDER. Exit 77 = skipped, and it says why.
set -eu
program=$1 booklet=$2 folder=$3
here=$(cd "$(dirname "$0")" && pwd)
for tool in node java; do
  command -v "$tool" >/dev/null || { echo "skipped: no $tool"; exit 77; }
done
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || { echo "skipped: Node is older than 20"; exit 77; }
rm -rf "$folder"
"$program" build "$booklet" --out "$folder" --quiet || [ $? -eq 1 ]  # 1: written, with findings
exec node "$here/run.mjs" "$folder"
