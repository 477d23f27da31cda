#!/bin/sh
# Sets up one server on Debian 12 or later: service account, code, systemd units, nginx with TLS, a backup every
# night. Run it again after any change: what is there already is left as it is.
set -eu

usage() {
  cat <<'TEXT'
Cách dùng: sh deploy/setup.sh --host TÊN-MIỀN --email THƯ-QUẢN-TRỊ [--recipient age1…] [--dry-run]
  --host       tên miền của trang, đã trỏ về máy này
  --email      thư để Let's Encrypt báo khi chứng chỉ sắp hết hạn
  --recipient  khóa công khai để mã hóa bản sao lưu (npm run backup -- --new-key TỆP)
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
[ -n "$host" ] && [ -n "$email" ] || { usage >&2; exit 2; }
case $host in *[!A-Za-z0-9.-]*) stop "--host: $host không phải tên miền." ;; esac

code=/opt/nghi-quyet
data=/var/lib/nghi-quyet
backups=/var/backups/nghi-quyet
user=nghi-quyet
source=$(cd "$(dirname "$0")/.." && pwd)
node=$source/node_modules/.bin/node

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
if [ -n "$missing" ]; then
  run apt-get update
  # One word for each program.
  # shellcheck disable=SC2086
  run apt-get install --yes --no-install-recommends $missing
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
  [ -d "$code" ] || run git clone --branch main "$source" "$code"
  node=$code/node_modules/.bin/node
fi
# The service reads code that belongs to root, so that it cannot change what it runs.
for place in "$code" "$code/.git"; do
  git config --system --get-all safe.directory 2>/dev/null | grep -qxF "$place" ||
    run git config --system --add safe.directory "$place"
done
[ -x "$node" ] || run npm --prefix "$code" ci

step '5. Tệp cấu hình'
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
run "$node" "$code/deploy/cli.ts" --host "$host" --out "$made" \
  --code "$code" --data "$data" --user "$user" --backups "$backups" \
  ${recipient:+--recipient "$recipient"}
place() { # file, place
  if [ "$dry" = yes ]; then
    echo "  $1 → $2"
  elif ! cmp -s "$made/$1" "$2"; then
    run install -m 0644 "$made/$1" "$2"
  fi
}
place nghi-quyet.service /etc/systemd/system/nghi-quyet.service
place nghi-quyet-sao-luu.service /etc/systemd/system/nghi-quyet-sao-luu.service
place nghi-quyet-sao-luu.timer /etc/systemd/system/nghi-quyet-sao-luu.timer
[ -d /etc/systemd/system/nginx.service.d ] || run install -d -m 0755 /etc/systemd/system/nginx.service.d
place nginx-nghi-quyet.conf /etc/systemd/system/nginx.service.d/nghi-quyet.conf

step '6. Chứng chỉ'
if [ -e "/etc/letsencrypt/live/$host/fullchain.pem" ]; then
  echo '  đã có'
else
  # The hooks are kept for every renewal: the port is needed for some seconds.
  run certbot certonly --standalone --non-interactive --agree-tos --email "$email" \
    --domain "$host" --pre-hook 'systemctl stop nginx' --post-hook 'systemctl start nginx'
fi

step '7. Máy chủ web'
place nginx.conf /etc/nginx/sites-available/nghi-quyet
[ -e /etc/nginx/sites-enabled/nghi-quyet ] ||
  run ln -s ../sites-available/nghi-quyet /etc/nginx/sites-enabled/nghi-quyet
run nginx -t

step '8. Chạy'
run systemctl daemon-reload
run systemctl enable --now nghi-quyet.service nghi-quyet-sao-luu.timer
run systemctl restart nghi-quyet.service
run systemctl enable --now nginx
run systemctl reload nginx

step 'Xong. Việc còn lại:'
cat <<TEXT
  Tạo tài khoản quản trị (mật khẩu hiện một lần):
    cd $code && sudo -u $user env DATA_DIR=$data npm run account -- add TÊN --name "Họ và tên" --role admin
  Xem trang chạy ra sao:
    journalctl -u nghi-quyet -f
    curl http://127.0.0.1:4321/readyz
  Chép $backups sang máy ở nơi khác mỗi ngày.
TEXT
