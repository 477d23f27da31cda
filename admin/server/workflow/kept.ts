/**
 * Texts that a save could not write because somebody else was faster. Each stays as a commit under
 * `refs/kept/<collection>/<slug>/<time>-<login>`, for its writer and for approvers.
 */
import { personOf, type User } from '../accounts/accounts.ts';
import { textsAt } from '../content/change-files.ts';
import { Refusal } from '../http/errors.ts';
import { entryPlace, type EntryPlace } from '../content/files.ts';
import type { Git, Person } from '../git/git.ts';
import { commitMessage, trailerField, trailerValues } from '../git/trailers.ts';

const prefix = 'refs/kept/';

export interface KeptInfo {
  /** The commit that holds it. */
  id: string;
  collection: string;
  slug: string;
  writer: Person;
  at: Date;
}

export interface KeptText extends KeptInfo {
  /** Path of the entry's file. */
  path: string;
  text: string;
  /** The text that its writer had opened; absent for an entry that was new to her. */
  base?: string;
}

/**
 * Keeps what a save wanted to write over `parent`, and returns its id; `base` is the version of the
 * file on which it rests.
 */
export async function keep(
  git: Git,
  user: User,
  { type, slug }: EntryPlace,
  parent: string,
  changes: ReadonlyMap<string, string | undefined>,
  base: string | null,
): Promise<string> {
  const tree = await git.writeTree(parent, changes);
  const message = commitMessage(`Giữ lại bản chưa ghi ${type.name}/${slug}`, [
    ['Based-On', base ?? undefined],
  ]);
  const id = await git.commit(tree, [parent], message, personOf(user));
  const time = new Date().toISOString().replace(/[-:.]/g, '');
  // A login may hold dots, which have a meaning in the names of references.
  const ref = `${prefix}${type.name}/${slug}/${time}-${user.login.replaceAll('.', '_')}`;
  await git.updateRefs([{ ref, from: undefined, to: id }]);
  return id;
}

/** The texts kept for a person, newest first; all of them for approvers and admins. */
export async function listKept(git: Git, user: User): Promise<KeptInfo[]> {
  return (await readRefs(git, [])).filter((kept) => mayRead(kept, user));
}

/** A kept text; refuses (404) what is not there and what is not for this person. */
export async function readKept(git: Git, user: User, id: string): Promise<KeptText> {
  const isThere = /^[0-9a-f]{40}$/.test(id) && (await git.resolve(id)) === id;
  const [kept] = isThere ? await readRefs(git, [`--points-at=${id}`]) : [];
  if (!kept || !mayRead(kept, user)) {
    throw new Refusal(
      404,
      'no-kept-text',
      'Không có bản giữ này, hoặc bản này không phải của bạn.',
    );
  }
  const { path } = entryPlace(kept.collection, kept.slug);
  const [[field] = []] = await git.log(['-1', id], [trailerField('Based-On')]);
  const [sha] = trailerValues(field);
  const base = sha === undefined ? undefined : await blobText(git, sha);
  return {
    ...kept,
    path,
    text: (await textsAt(git, id, [path])).get(path) ?? '',
    ...(base !== undefined && { base }),
  };
}

/** A content by its name in git; `undefined` for a name that a browser made up. */
async function blobText(git: Git, sha: string): Promise<string | undefined> {
  const { code, stdout } = await git.attempt(['cat-file', 'blob', sha]);
  return code === 0 ? stdout.toString() : undefined;
}

/** Lets go of a kept text, once its writer has taken it up. */
export async function letGo(git: Git, id: string): Promise<void> {
  const format = '--format=%(refname)';
  const names = (await git.run(['for-each-ref', format, `--points-at=${id}`, prefix])).toString();
  const refs = names.split('\n').filter(Boolean);
  await git.updateRefs(refs.map((ref) => ({ ref, from: id, to: undefined })));
}

async function readRefs(git: Git, options: readonly string[]): Promise<KeptInfo[]> {
  const format = [
    'refname',
    'objectname',
    'authorname',
    'authoremail:trim',
    'authordate:iso-strict',
  ]
    .map((field) => `%(${field})`)
    .join('%09');
  const output = await git.run([
    'for-each-ref',
    '--sort=-authordate',
    `--format=${format}`,
    ...options,
    prefix,
  ]);
  const lines = output.toString().split('\n').filter(Boolean);
  return lines.map((line) => {
    const [ref = '', id = '', name = '', email = '', date = ''] = line.split('\t');
    const [collection = '', slug = ''] = ref.slice(prefix.length).split('/');
    return { id, collection, slug, writer: { name, email }, at: new Date(date) };
  });
}

function mayRead({ writer }: KeptInfo, user: User): boolean {
  return user.role !== 'editor' || writer.email === personOf(user).email;
}
