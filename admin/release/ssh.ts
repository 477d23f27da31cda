/** A web server on another machine, laid out as a folder is (`folder.ts`), over rsync and ssh. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { runProgram, type RunOptions } from '../server/git/process.ts';
import type { Sent, Site } from './files.ts';
import { holds, nextName, outdated, sumOf, unfinished } from './names.ts';

/** No question is asked where nobody can answer, and a machine that is silent is given up. */
const defaultShell = 'ssh -o BatchMode=yes -o ConnectTimeout=15 -o ServerAliveInterval=15';
const sendMilliseconds = 30 * 60 * 1000;

interface Place {
  host: string;
  port: string | undefined;
  dir: string;
  /** Of the programs that are run here. */
  env: NodeJS.ProcessEnv;
}

/** What is there: names below `releases/`, which one is served, and how many files it has. */
interface There {
  names: string[];
  served: string | undefined;
  count: number;
}

/** Sends a site there and serves it from one moment to the next; what did not change is linked. */
export async function sendOverSsh(
  site: Site,
  target: Omit<Place, 'env'>,
  { dryRun, env }: { dryRun: boolean; env: NodeJS.ProcessEnv },
): Promise<Sent> {
  const { dir } = target;
  const place = { ...target, env };
  const there = await lookAt(place, dryRun);
  const sum = sumOf(site.files);
  if (holds(there.served, sum)) return { files: 0, bytes: 0, same: site.files.size, removed: 0 };

  const beside = `${dir}/releases/${unfinished}${randomUUID()}`;
  const sent = await copy(site, place, { there, beside, dryRun });
  if (dryRun) return sent;
  // rsync goes on in a folder that was given another name, as the server does with a release of which it makes the next one.
  if (!existsSync(site.dir))
    throw new Error('trang đã cũ trong lúc gửi. Hãy gửi lại bản đang chạy.');
  const name = nextName(sum, there.names);
  const old = outdated(there.names, name);
  // `mv -T` renames over the link: there is no moment without one.
  await remote(
    place,
    [
      `cd ${dir}`,
      `mv ${beside} releases/${name}`,
      `rm -f current.new`,
      `ln -s releases/${name} current.new`,
      `mv -T current.new current`,
      ...(old.length > 0 ? [`cd releases`, `rm -rf ${old.join(' ')}`] : []),
    ].join(' && '),
  );
  return sent;
}

/** Looks, and makes the folder unless nothing may be written. */
async function lookAt(place: Place, dryRun: boolean): Promise<There> {
  const { dir } = place;
  const enter = dryRun
    ? `cd ${dir} 2>/dev/null || exit 0`
    : `mkdir -p ${dir}/releases && cd ${dir} || exit`;
  const output = await remote(
    place,
    `${enter}; readlink current || echo; find current/ -type f 2>/dev/null | wc -l; ls releases 2>/dev/null || true`,
  );
  const [link = '', count = '0', ...names] = output.split('\n').map((line) => line.trim());
  const served = link.replace(/^releases\//, '');
  return {
    // What somebody else may have put there goes into no command.
    names: names.filter((name) => /^[a-z0-9-]+$/.test(name)),
    served: names.includes(served) ? served : undefined,
    count: Number(count),
  };
}

/** Sends into a new folder there; files that the served release has, byte for byte, become links. */
async function copy(
  { dir, files, sizes }: Site,
  place: Place,
  { there, beside, dryRun }: { there: There; beside: string; dryRun: boolean },
): Promise<Sent> {
  const output = await run('rsync', {
    env: place.env,
    args: [
      ...(dryRun ? ['--dry-run'] : []),
      // Found by content: each build writes its files anew.
      ...['--checksum', '--compress', '--perms', '--chmod=D755,F644', '--protect-args'],
      ...(there.served ? [`--link-dest=${place.dir}/releases/${there.served}`] : []),
      ...['--from0', '--files-from=-', '--out-format=%i %n'],
      ...['-e', shellOf(place).join(' ')],
      ...[`${dir}/`, `${place.host}:${beside}/`],
    ],
    input: [...files.keys()].join('\0'),
  });
  const put = output.split('\n').filter((line) => line.startsWith('<f'));
  const added = put.filter((line) => line.startsWith('<f+')).length;
  const same = files.size - put.length;
  return {
    files: put.length,
    bytes: put.reduce((sum, line) => sum + sizes.get(line.slice(line.indexOf(' ') + 1))!, 0),
    same,
    removed: there.served ? there.count - same - (put.length - added) : 0,
  };
}

/** Runs a command there; its parts need no quotes (`target.ts`, `names.ts`). */
function remote(place: Place, command: string): Promise<string> {
  const [program = 'ssh', ...options] = shellOf(place);
  return run(program, { args: [...options, place.host, command], env: place.env });
}

/** rsync's own variable names another remote shell, or more options. */
function shellOf({ port, env }: Place): string[] {
  const shell = (env['RSYNC_RSH'] || defaultShell).split(/\s+/);
  return port === undefined ? shell : [...shell, '-p', port];
}

async function run(
  program: string,
  { args, ...options }: { args: string[] } & Pick<RunOptions, 'input' | 'env'>,
): Promise<string> {
  const signal = AbortSignal.timeout(sendMilliseconds);
  const outcome = await runProgram(program, args, { ...options, signal }).catch(
    (error: unknown) => {
      if (signal.aborted) throw new Error('gửi quá 30 phút nên đã dừng. Hãy xem đường truyền.');
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new Error(
        `máy này không có ${program}. Hãy cài: apt-get install rsync openssh-client.`,
      );
    },
  );
  if (outcome.code === 0) return outcome.stdout.toString();
  throw new Error(`${remedyOf(program, outcome.code)} ${firstLine(outcome.stderr)}`.trim());
}

function remedyOf(program: string, code: number | null): string {
  if (program === 'rsync' && code === 127) return 'máy ấy không có rsync. Hãy cài ở đó.';
  // ssh's own failure, by itself or below rsync.
  if (code === 255) {
    return 'không vào được máy ấy. Hãy thử “ssh” bằng đúng người dùng này: khóa, tên máy, known_hosts.';
  }
  return 'không ghi được ở máy ấy. Hãy xem quyền ghi và chỗ trống của thư mục.';
}

function firstLine(text: string): string {
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}
