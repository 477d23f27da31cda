/** Where an installation lives: what its configuration files are made from. */
export interface DeploySettings {
  /** Name of the site, such as `phuong.example`. */
  host: string;
  /** Folder with the code, and the user that runs it. */
  codeDir: string;
  user: string;
  dataDir: string;
  /** Port of the editorial server on loopback. */
  port: number;
  /** Where backups go. */
  backupDir: string;
  /** Public key of encrypted backups (`age1…`). */
  recipient?: string | undefined;
  /** Folder of releases on a machine that serves the site alone, without an editorial server. */
  siteDir?: string | undefined;
  /** Address for plain HTTP, such as `127.0.0.1:8080`, in place of ports 80 and 443 with TLS. */
  plain?: string | undefined;
}

export const defaults = {
  codeDir: '/opt/nghi-quyet',
  user: 'nghi-quyet',
  dataDir: '/var/lib/nghi-quyet',
  port: 4321,
  backupDir: '/var/backups/nghi-quyet',
} as const satisfies Partial<DeploySettings>;

/** Says in a file that was made where it comes from; `#` begins a comment in all of them. */
export const madeBy = '# Tạo bằng: npm run deploy:files. Đừng sửa ở đây: hãy tạo lại.';

/** Folder of the release that is served: a link that is switched in one step. */
export function currentRelease({
  dataDir,
  siteDir,
}: Pick<DeploySettings, 'dataDir' | 'siteDir'>): string {
  return siteDir === undefined ? `${dataDir}/releases/current` : `${siteDir}/current`;
}
