#!/bin/sh
# Brings the checkout of an installation to other code, with everything that was published on this machine.
# Both are one history: code that comes beside published content would not be taken over by the server.
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
join() { # commit, what is said when it does not join
  git merge --quiet --no-edit "$1" >&2 || give_up "$2"
}

if [ -z "$back" ]; then
  git fetch --quiet origin main || give_up 'không lấy được mã mới: git remote -v ở thư mục mã.'
  join FETCH_HEAD 'mã mới và mã ở đây sửa cùng một chỗ. Kỹ sư hãy gộp bằng tay: git merge origin/main'
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
[ -z "$foreign" ] || give_up "kho biên tập có thay đổi ngoài nội dung. Kỹ sư hãy xem, rồi đưa vào origin hoặc gộp bằng tay:
$foreign"
join "$published" "mã mới và phường sửa cùng một chỗ trong nội dung. Kỹ sư hãy gộp bằng tay: git merge $published"

if [ -n "$back" ]; then
  commit=$(git rev-parse --verify --quiet "$back^{commit}") || give_up "không có commit $back."
  git restore --source="$commit" --staged --worktree -- . ':!content'
  git diff --cached --quiet || git commit --quiet --message "Trở lại mã của $commit"
fi
