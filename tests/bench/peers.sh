#!/bin/sh
# One book set by bifolio and by Typst, in turn, in one run: wall time, CPU time,
# peak memory and size of the tagged PDF of each language.
#
#   peers.sh CORPUS [RUNS]
#
# CORPUS holds the same text twice: bifolio/ (a booklet) and typst/{zh,en}.typ.
# TYPST_MODULES names a node_modules folder with @myriaddreamin/typst-ts-node-compiler;
# BIFOLIO the program, build/bifolio by default. Skips (77) what it does not find.
set -eu
corpus=${1:?peers.sh CORPUS [RUNS]}
runs=${2:-3}
bifolio=$(realpath "${BIFOLIO:-build/bifolio}")
[ -x "$bifolio" ] && [ -d "$corpus/bifolio" ] || { echo "skipped: no program or no corpus"; exit 77; }
corpus=$(realpath "$corpus")
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

cat > "$out/typst.cjs" <<'JS'
const { NodeCompiler } = require(process.env.TYPST_MODULES + '/@myriaddreamin/typst-ts-node-compiler');
const [, , main, root, out] = process.argv;
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: ['/usr/share/fonts'] }] });
require('fs').writeFileSync(out, compiler.pdf({ mainFilePath: main }, { pdfTags: true }));
JS

measure() { # NAME FILE COMMAND…
  name=$1 file=$2
  shift 2
  facts=$(/usr/bin/time -f '%e s wall, %U s user, %S s system, %M kB' "$@" 2>&1 >/dev/null | tail -1)
  pages=$(pdfinfo "$file" 2>/dev/null | sed -n 's/^Pages: *//p')
  echo "$name: $facts, $(wc -c < "$file") bytes, $pages pages"
}

for run in $(seq "$runs"); do
  for language in zh en; do
    tag=$language
    [ "$language" = zh ] && tag=zh-Hans
    "$bifolio" build "$corpus/bifolio" --edition pdf --lang "$tag" --out "$out/$language" >/dev/null 2>&1 || true
    measure "bifolio $language" "$(ls "$out/$language"/*.pdf)" \
      "$bifolio" build "$corpus/bifolio" --edition pdf --lang "$tag" --out "$out/$language"
    if [ -d "${TYPST_MODULES:-}/@myriaddreamin" ]; then
      measure "typst $language" "$out/$language.pdf" \
        node "$out/typst.cjs" "$corpus/typst/$language.typ" "$corpus/typst" "$out/$language.pdf"
    else
      echo "typst $language: skipped, TYPST_MODULES names no folder with the compiler"
    fi
  done
done
