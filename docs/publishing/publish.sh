#!/bin/sh
# publish.sh VERSION BOOKLET: makes the version and puts it beside all versions
# before it. The branch `releases` of the repository keeps them; what is published
# stands in output/releases/ afterwards, ready to be served.
set -eu
version=$1
booklet=$2
program=${BIFOLIO:-build/bifolio}
published=output/releases

found=0
git ls-remote --exit-code --heads origin releases >/dev/null || found=$?
case $found in
0)
  git fetch --quiet --depth=1 origin releases
  git worktree add --quiet --detach "$published" FETCH_HEAD
  ;;
2) # The first release begins a branch that shares no file with this one.
  git worktree add --quiet --detach "$published"
  git -C "$published" checkout --quiet --orphan releases
  git -C "$published" rm --quiet -r --force .
  ;;
*) exit "$found" ;; # the repository could not be asked: nothing is known, so nothing is done
esac

"$program" release "$version" "$booklet" --out "$published"

cd "$published"
git add --all -- . ':(exclude,glob)**/.lock'
git diff --cached --quiet || git commit --quiet --message "Publish $version of $(basename "$booklet")"
git push --quiet origin HEAD:refs/heads/releases
