/** CODEOWNERS for a git host: who must approve a file, from the axes of the approvers. */
import type { HostName } from '#admin/host.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';
import type { User } from '../accounts/accounts.ts';

/** An account that may approve, and its name on the host, such as `@chi`. */
export interface Owner extends Pick<User, 'login' | 'role' | 'axes'> {
  handle: string;
}

/** One line of the file: a folder or file of the repository, and its owners. */
interface Line {
  path: string;
  owners: readonly Owner[];
}

/**
 * The text of CODEOWNERS. Code is the administrators'; content is the approvers' of all axes, and
 * an entry also the approvers' of its axes. `content` maps paths in the repository to their text.
 */
export function makeCodeOwners(
  name: HostName,
  owners: readonly Owner[],
  content: ReadonlyMap<string, string>,
): string {
  const admins = owners.filter(({ role }) => role === 'admin');
  const approvers = owners.filter(({ role }) => role !== 'editor');
  const general = approvers.filter(({ axes }) => axes.length === 0);
  if (admins.length === 0 || general.length === 0) {
    throw new Error(
      'Cần tên trên máy chủ git của ít nhất một quản trị và một người duyệt mọi trục. Thêm bằng --map tên-đăng-nhập=@tên.',
    );
  }
  const entries = [...content]
    .map(([path, text]) => ({ path, axes: axesOf(path, text) }))
    .map(({ path, axes }) => ({ path, owners: ownersOf(axes, approvers) }))
    .filter(({ owners: found }) => found.length > general.length);
  const lines = [{ path: 'content/', owners: general }, ...entries];
  const write = name === 'forgejo' ? asExpressions : asPatterns;
  return `# npm run codeowners\n${write(admins, lines).join('\n')}\n`;
}

/** Everybody who may approve a change in these axes; without axes, who may approve all. */
function ownersOf(axes: readonly string[], approvers: readonly Owner[]): Owner[] {
  return approvers.filter(
    (owner) => owner.axes.length === 0 || axes.some((axis) => owner.axes.includes(axis)),
  );
}

/** The axes of a content file: its own when it is one, those it names, none for other files. */
function axesOf(path: string, text: string): string[] {
  if (!/\.(?:mdx|yml)$/.test(path)) return [];
  const { entry, findings } = readEntryFile(path, text);
  if (!entry)
    throw new Error(findings.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  const { axis, axes } = entry.data as { axis?: string; axes?: string[] };
  if (entry.type.name === 'axis') return [entry.slug];
  return [...(axis === undefined ? [] : [axis]), ...(axes ?? [])];
}

/** GitHub and GitLab: patterns of which the last that fits counts. */
function asPatterns(admins: readonly Owner[], lines: readonly Line[]): string[] {
  return [`* ${names(admins)}`, ...lines.map(({ path, owners }) => `/${path} ${names(owners)}`)];
}

/** Forgejo: regular expressions for the whole path; the owners of all that fit are asked. */
function asExpressions(admins: readonly Owner[], lines: readonly Line[]): string[] {
  return [
    `!content/.* ${names(admins)}`,
    ...lines.map(({ path, owners }) => `${expression(path)} ${names(owners)}`),
  ];
}

function expression(path: string): string {
  const escaped = path.replaceAll('.', String.raw`\\.`);
  return path.endsWith('/') ? `${escaped}.*` : escaped;
}

function names(owners: readonly Owner[]): string {
  return owners.map(({ handle }) => handle).join(' ');
}
