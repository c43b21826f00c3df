#!/usr/bin/env bash
# Publishes the booklet twice with the program named first, and meets the old
# version in a browser: releases.sh PROGRAM BOOKLET FOLDER. Exit 77 = skipped.
set -eu
program=$1 booklet=$2 folder=$3
here=$(cd "$(dirname "$0")" && pwd)
command -v node >/dev/null || { echo "skipped: no node"; exit 77; }
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || { echo "skipped: Node is older than 20"; exit 77; }
rm -rf "$folder"
mkdir -p "$folder"
cp -r "$booklet" "$folder/booklet"
cd "$folder"
rm -f booklet/releases.json
# Only the site is met here; the other editions have tests of their own.
sed -i 's/^build = .*/build = ["html"]/' booklet/bifolio.toml
old=$(sed -n 's/^version = "\(.*\)"/\1/p' booklet/bifolio.toml)
new=${old%.*}.99
"$program" release "$old" booklet --quiet >log 2>&1 || { cat log; exit 1; }
sed -i "s/^version = .*/version = \"$new\"/" booklet/bifolio.toml
for language in zh-Hans en; do
  sed -i "0,/^## /s//## $new — 2025-09-09\n\n+\n\n## /" "booklet/$language/CHANGELOG.md"
done
"$program" release "$new" booklet --quiet >log 2>&1 || { cat log; exit 1; }
exec node "$here/releases.mjs" "$folder/output/releases/$(basename "$(ls -d output/releases/*/)")" "$old" "$new"
