#!/bin/sh
# Brings the checkout of an installation to the code of `origin`, or of an older commit, with everything that was
# published on this machine. Both are one history: code beside published content would not be taken over.
# Fails with the checkout as it was before. Called by upgrade.sh.
set -eu

if [ $# -lt 2 ]; then
  echo 'Cách dùng: sh deploy/take-code.sh THƯ-MỤC-MÃ KHO-BIÊN-TẬP [COMMIT-CỦA-MÃ-CŨ]' >&2
  exit 2
fi
code=$1 repository=$2 back=${3-}

stop() {
  printf 'Dừng: %s\n' "$1" >&2
  exit 1
}
git() {
  command git -C "$code" -c user.name='Nâng cấp' -c user.email=nang-cap@localhost "$@"
}

[ "$(git symbolic-ref --quiet --short HEAD)" = main ] || stop "$code không ở nhánh main."
[ -z "$(git status --porcelain --untracked-files=no)" ] ||
  stop "ở $code có tệp đã sửa mà chưa thành commit: git -C $code status"
before=$(git rev-parse HEAD)
give_up() {
  git merge --abort 2>/dev/null || true
  git reset --quiet --hard "$before"
  stop "$1"
}
# Joins another history. Content is merged; the code is that of one commit, to the letter: a merge alone would hold
# on to what was once taken back, and to what somebody changed here.
join() { # commit, whose code it becomes
  git merge --quiet --no-commit "$1" >/dev/null 2>&1 || [ -e "$code/.git/MERGE_HEAD" ] ||
    give_up "không gộp được: git merge $1"
  git restore --source="$2" --staged --worktree -- . ':!content'
  clashes=$(git diff --name-only --diff-filter=U)
  [ -z "$clashes" ] || give_up "hai bên sửa cùng một chỗ trong nội dung. Kỹ sư hãy gộp bằng tay: git merge $1
$clashes"
  if [ -e "$code/.git/MERGE_HEAD" ] || ! git diff --cached --quiet; then
    git commit --quiet --message "Mã của $2"
  fi
}

if [ -n "$back" ]; then
  new=$(git rev-parse --verify --quiet "$back^{commit}") || stop "không có commit $back."
  join HEAD "$new"
else
  git fetch --quiet origin main || stop 'không lấy được mã mới: git remote -v ở thư mục mã.'
  new=$(git rev-parse FETCH_HEAD)
  join "$new" "$new"
fi

# What the service's account wrote is read as that account, so that it can make root run nothing.
owner=$(stat -c %U "$repository")
reader=git-upload-pack
[ "$owner" = "$(id -un)" ] || reader="runuser -u $owner -- git-upload-pack"
git -c fetch.fsckObjects=true fetch --quiet --upload-pack="$reader" "$repository" main ||
  give_up "không đọc được kho biên tập ở $repository."
published=$(git rev-parse FETCH_HEAD)
# Code comes from `origin` alone.
foreign=$(git diff --name-only "HEAD...$published" -- . ':!content')
[ -z "$foreign" ] || give_up "kho biên tập có thay đổi ngoài nội dung. Kỹ sư hãy xem, rồi đưa vào origin:
$foreign"
join "$published" "$new"
