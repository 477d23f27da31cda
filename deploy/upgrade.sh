#!/bin/sh
# Upgrades an installation that setup.sh made, or goes back to its code of before; readers have the site meanwhile.
# What does not come to run is taken back.
set -eu

code=/opt/nghi-quyet
repository=/var/lib/nghi-quyet/repository.git

usage() {
  cat <<'TEXT'
Cách dùng: sh deploy/upgrade.sh [--back COMMIT] --host TÊN-MIỀN --email THƯ-QUẢN-TRỊ [--recipient age1…] [--dry-run]
  --back       trở lại mã của commit ấy; nội dung đã đăng được giữ
  còn lại      như của setup.sh
TEXT
}

stop() {
  echo "Dừng: $1" >&2
  exit 1
}

# Read to its end before anything is done: the new code has another file in this place.
main() {
  back=''
  if [ "${1-}" = --back ]; then
    [ $# -ge 2 ] || { usage >&2; exit 2; }
    back=$2
    shift 2
  fi
  [ $# -gt 0 ] || { usage >&2; exit 2; }
  case " $* " in *' --help '*) usage; exit 0 ;; esac
  [ -e "$code/.git" ] || stop "chưa có bản cài nào ở $code. Lần đầu thì chạy deploy/setup.sh."
  case " $* " in
    *' --dry-run '*)
      echo '  systemctl start nghi-quyet-sao-luu.service'
      echo '  systemctl stop nghi-quyet.service'
      echo "  sh $code/deploy/take-code.sh $code $repository $back"
      exec sh "$code/deploy/setup.sh" "$@"
      ;;
  esac
  [ "$(id -u)" = 0 ] || stop 'cần quyền root (sudo sh deploy/upgrade.sh …).'
  before=$(git -C "$code" rev-parse HEAD)

  echo 'Sao lưu, rồi dừng hệ biên tập; người đọc vẫn xem được trang.'
  systemctl start nghi-quyet-sao-luu.service
  systemctl stop nghi-quyet.service
  # shellcheck disable=SC2086
  if ! sh "$code/deploy/take-code.sh" "$code" "$repository" $back; then
    systemctl start nghi-quyet.service
    stop 'chưa đổi gì; hệ biên tập chạy lại.'
  fi
  if sh "$code/deploy/setup.sh" "$@"; then
    echo "  Trở lại mã của trước khi nâng cấp:
    sh $code/deploy/upgrade.sh --back $before $*"
    exit 0
  fi
  echo "Mã mới chưa chạy được. Trở lại mã của $before." >&2
  sh "$code/deploy/take-code.sh" "$code" "$repository" "$before" ||
    stop "chưa trở lại được mã cũ. Hãy sửa điều vừa nêu, rồi: sh $code/deploy/upgrade.sh --back $before $*"
  sh "$code/deploy/setup.sh" "$@" || stop 'mã cũ cũng chưa chạy được: journalctl -u nghi-quyet'
  stop 'nâng cấp không thành; hệ biên tập chạy bằng mã cũ.'
}

main "$@"
