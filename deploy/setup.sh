#!/bin/sh
# Sets up one server on Debian 12 or later: service account, code, systemd units, nginx with TLS, a backup every
# night. Run it again after any change: what is there already is left as it is; the server alone starts again.
set -eu

usage() {
  cat <<'TEXT'
Cách dùng: sh deploy/setup.sh --host TÊN-MIỀN --email THƯ-QUẢN-TRỊ [--recipient age1…] [--dry-run]
  --host       tên miền của trang, đã trỏ về máy này
  --email      thư để Let's Encrypt báo khi chứng chỉ sắp hết hạn
  --recipient  khóa công khai để mã hóa bản sao lưu (npm run backup -- --new-key TỆP); đã đặt thì được giữ
  --dry-run    chỉ in những việc sẽ làm
TEXT
}

stop() {
  echo "Dừng: $1" >&2
  exit 1
}

host='' email='' recipient='' dry=no
while [ $# -gt 0 ]; do
  case $1 in
    --host | --email | --recipient)
      [ $# -ge 2 ] || { usage >&2; exit 2; }
      eval "${1#--}=\$2"
      shift 2
      ;;
    --dry-run) dry=yes; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done
if [ -z "$host" ] || [ -z "$email" ]; then
  usage >&2
  exit 2
fi
case $host in *[!A-Za-z0-9.-]*) stop "--host: $host không phải tên miền." ;; esac

code=/opt/nghi-quyet
data=/var/lib/nghi-quyet
backups=/var/backups/nghi-quyet
user=nghi-quyet
source=$(cd "$(dirname "$0")/.." && pwd)
node=$source/node_modules/.bin/node
# Backups that are encrypted stay so.
unit=/etc/systemd/system/nghi-quyet-sao-luu.service
if [ -z "$recipient" ] && [ -e "$unit" ]; then
  recipient=$(sed -n 's/.* --recipient \(age1[a-z0-9]*\).*/\1/p' "$unit")
fi

# Says what it does, and does it unless only asked what it would do.
run() {
  echo "  $*"
  [ "$dry" = yes ] || "$@"
}
step() { printf '\n%s\n' "$1"; }

step '1. Kiểm tra máy'
[ -d /run/systemd/system ] || [ "$dry" = yes ] || stop 'máy này không chạy systemd.'
[ "$(id -u)" = 0 ] || [ "$dry" = yes ] || stop 'cần quyền root (sudo sh deploy/setup.sh …).'
command -v git >/dev/null || stop 'chưa có git: apt-get install git'
command -v node >/dev/null || stop 'chưa có Node.js từ 20 trở lên: https://nodejs.org/en/download'
major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
[ "$major" -ge 20 ] || stop "Node.js $(node --version) cũ quá, cần từ 20 trở lên."
echo "  git $(git --version | cut -d' ' -f3), Node.js $(node --version)"

step '2. Chương trình cần thêm'
missing=''
for program in nginx certbot; do
  command -v "$program" >/dev/null || missing="$missing $program"
done
# Second steps and dates of publication need the right time.
[ "$(timedatectl show --property=CanNTP --value 2>/dev/null)" != no ] || missing="$missing systemd-timesyncd"
if [ -n "$missing" ]; then
  run apt-get update
  # One word for each program.
  # shellcheck disable=SC2086
  run env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $missing
else
  echo '  đã đủ'
fi

step '3. Tài khoản và thư mục'
id "$user" >/dev/null 2>&1 ||
  run adduser --system --group --home "$data" --no-create-home "$user"
[ -d "$data" ] || run install -d -o "$user" -g "$user" -m 0711 "$data"
[ -d "$backups" ] || run install -d -o "$user" -g "$user" -m 0700 "$backups"

step '4. Mã nguồn'
if [ "$source" != "$code" ]; then
  if [ ! -d "$code" ]; then
    run git clone --branch main "$source" "$code"
    # Upgrades come from where this code came from.
    origin=$(git -C "$source" remote get-url origin 2>/dev/null) || origin=''
    [ -z "$origin" ] || run git -C "$code" remote set-url origin "$origin"
  fi
  node=$code/node_modules/.bin/node
fi
# The service reads code that belongs to root, so that it cannot change what it runs.
for place in "$code" "$code/.git"; do
  git config --system --get-all safe.directory 2>/dev/null | grep -qxF "$place" ||
    run git config --system --add safe.directory "$place"
done
# Packages are those of the lock file that they were installed by.
installed=$code/node_modules/.package-lock-installed.json
if ! cmp -s "$code/package-lock.json" "$installed"; then
  run npm --prefix "$code" ci
  run cp "$code/package-lock.json" "$installed"
fi

step '5. Tệp cấu hình'
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
run "$node" "$code/deploy/cli.ts" --host "$host" --out "$made" \
  --code "$code" --data "$data" --user "$user" --backups "$backups" \
  ${recipient:+--recipient "$recipient"}
place() { # file, place, mode
  if [ "$dry" = yes ]; then
    echo "  $1 → $2"
  elif ! cmp -s "$made/$1" "$2"; then
    run install -m "${3-0644}" "$made/$1" "$2"
  fi
}
place nghi-quyet.service /etc/systemd/system/nghi-quyet.service
place nghi-quyet-sao-luu.service "$unit"
place nghi-quyet-sao-luu.timer /etc/systemd/system/nghi-quyet-sao-luu.timer
[ -d /etc/systemd/system/nginx.service.d ] || run install -d -m 0755 /etc/systemd/system/nginx.service.d
place nginx-nghi-quyet.conf /etc/systemd/system/nginx.service.d/nghi-quyet.conf
place nghi-quyet /usr/local/sbin/nghi-quyet 0755

step '6. Chứng chỉ'
if [ -e "/etc/letsencrypt/live/$host/fullchain.pem" ]; then
  echo '  đã có'
else
  # nginx answers for the certificate, now with its own first site and at each renewal with ours: it never stops.
  run systemctl start nginx
  run certbot certonly --webroot --webroot-path /var/www/html --non-interactive --agree-tos \
    --email "$email" --domain "$host" --deploy-hook 'systemctl reload nginx'
fi

step '7. Máy chủ web'
place nginx.conf /etc/nginx/sites-available/nghi-quyet
[ -e /etc/nginx/sites-enabled/nghi-quyet ] ||
  run ln -s ../sites-available/nghi-quyet /etc/nginx/sites-enabled/nghi-quyet
run nginx -t

step '8. Chạy'
run systemctl daemon-reload
run systemctl enable --quiet nghi-quyet.service nghi-quyet-sao-luu.timer nginx
run systemctl restart nghi-quyet.service
run systemctl start nghi-quyet-sao-luu.timer
run systemctl reload-or-restart nginx
echo '  chờ hệ biên tập trả lời; lần đầu dựng trang mất chừng một phút'
[ "$dry" = yes ] || "$node" "$code/deploy/await-ready.ts" ||
  stop 'hệ biên tập chưa chạy: journalctl -u nghi-quyet'

step 'Xong. Việc còn lại:'
cat <<TEXT
  Tạo tài khoản quản trị (mật khẩu hiện một lần):
    sudo nghi-quyet account -- add TÊN --name "Họ và tên" --role admin
  Xem có gì phải sửa không:
    sudo nghi-quyet doctor -- --backups $backups
  Chép $backups sang máy ở nơi khác mỗi ngày.
TEXT
