/** Units of systemd: the server, shut in, and a backup every night; and its commands by hand. */
import { madeBy, type DeploySettings } from './settings.ts';

/** `/etc/systemd/system/nghi-quyet.service`. */
export function serverUnit(settings: DeploySettings): string {
  const { codeDir, dataDir } = settings;
  return `[Unit]
Description=Nghị quyết vào cuộc sống: trang và hệ biên tập
After=network.target

[Service]
ExecStart=${codeDir}/node_modules/.bin/node admin/server/main.ts
Environment=${environment(settings).join(' ')}
# What belongs to this machine alone: GIT_REMOTE, RELEASE_TARGETS, MAIL_URL, CMS_BACKEND and their secrets.
EnvironmentFile=-${ownEnvironment}
Restart=on-failure
RestartSec=2
# A save that is under way is answered, a build is broken off.
TimeoutStopSec=30
# No MemoryHigh: what passes it is not ended but brought to a stand, and the server with it. A build may take three
# quarters of this and is ended then; what else grows is ended by the kernel.
MemoryMax=2200M
# A program that was too large ends, and the server goes on: it says that a build took too much.
OOMPolicy=continue
TasksMax=512
LimitNOFILE=16384
${shutIn(settings, [dataDir])}
# A build unpacks and compiles its pages there.
ReadOnlyPaths=${codeDir}

[Install]
WantedBy=multi-user.target
`;
}

const ownEnvironment = '/etc/nghi-quyet.env';

function environment({ host, port, dataDir }: DeploySettings): string[] {
  return [
    'NODE_ENV=production',
    `SITE_URL=https://${host}`,
    `PORT=${port}`,
    `DATA_DIR=${dataDir}`,
    'TRUST_PROXY=loopback',
    'BUILD_NICENESS=19',
  ];
}

/**
 * `/usr/local/sbin/nghi-quyet`: a command of `package.json` with the server's account and settings. Under another
 * account it would leave files that the server cannot open; with other settings it would look elsewhere.
 */
export function commandScript(settings: DeploySettings): string {
  const { codeDir, user, backupDir } = settings;
  const options = [
    `--property=User=${user}`,
    `--property=Group=${user}`,
    `--property=WorkingDirectory=${codeDir}`,
    `--property=EnvironmentFile=-${ownEnvironment}`,
    ...environment(settings).map((variable) => `--setenv=${variable}`),
  ];
  return `#!/bin/sh
${madeBy}
set -eu
if [ $# -eq 0 ]; then
  echo 'Cách dùng: sudo nghi-quyet LỆNH [-- …], như: sudo nghi-quyet doctor -- --backups ${backupDir}' >&2
  exit 2
fi
stream=--pipe
if [ -t 0 ] && [ -t 1 ]; then stream=--pty; fi
exec systemd-run --quiet --collect --wait "$stream" \\
  ${options.join(' \\\n  ')} \\
  ${codeDir}/node_modules/.bin/node --run "$@"
`;
}

/**
 * `/etc/systemd/system/nginx.service.d/nghi-quyet.conf`: readers go before editors and builds. A service's
 * niceness counts inside that service alone, so builds of another one stand back behind nginx by this weight only;
 * a sixth of the processors stays theirs, so that a withdrawal goes out while a crowd reads.
 */
export function frontWeight(): string {
  return `[Service]
CPUWeight=500
`;
}

/** `/etc/systemd/system/nghi-quyet-sao-luu.service`: one backup, then the check of every object. */
export function backupUnit(settings: DeploySettings): string {
  const { codeDir, dataDir, backupDir, recipient } = settings;
  const key = recipient === undefined ? '' : ` --recipient ${recipient}`;
  return `[Unit]
Description=Nghị quyết vào cuộc sống: sao lưu

[Service]
Type=oneshot
ExecStart=${codeDir}/node_modules/.bin/node admin/backup/backup-cli.ts --to ${backupDir}${key}
ExecStart=/usr/bin/git -C ${dataDir}/repository.git fsck --no-dangling --no-progress
Environment=DATA_DIR=${dataDir}
Nice=10
IOSchedulingClass=idle
${shutIn(settings, [dataDir, backupDir])}
`;
}

/** `/etc/systemd/system/nghi-quyet-sao-luu.timer`. */
export function backupTimer(): string {
  return `[Unit]
Description=Nghị quyết vào cuộc sống: sao lưu mỗi đêm

[Timer]
OnCalendar=*-*-* 02:30:00 Asia/Ho_Chi_Minh
Persistent=true

[Install]
WantedBy=timers.target
`;
}

/** Its own user, no way to more rights, and nothing to write but what it needs. */
function shutIn({ user, codeDir }: DeploySettings, writable: string[]): string {
  return `User=${user}
Group=${user}
WorkingDirectory=${codeDir}
ReadWritePaths=${writable.join(' ')}
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
CapabilityBoundingSet=
AmbientCapabilities=`;
}
