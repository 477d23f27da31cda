/**
 * The tree of the site with a draft's changes in it: a three-way merge over the files that the draft
 * changes, by field and by paragraph where both sides changed one file. And what the checks say of it.
 */
import { checkRead } from '#src/checks/content.ts';
import { contentFiles, readTree } from './content-reads.ts';
import { labelOf, locate } from '#src/schema/entry-file.ts';
import type { Finding } from '#src/schema/finding.ts';
import type { ContentType } from '#src/schema/index.ts';
import { frontOf, textsAt } from './change-files.ts';
import type { DraftHistory } from '../workflow/draft-history.ts';
import { isOrdinary } from './entries.ts';
import { Refusal } from '../http/errors.ts';
import { checkPicture, isEntryPath, isMediaPath } from './files.ts';
import type { Git } from '../git/git.ts';
import type { Change } from '../git/objects.ts';
import { mergeEntry, type Collision as FieldCollision, type Decide } from './merge.ts';

/** A file that the draft and the site changed in ways that only a person can bring together. */
export interface Collision {
  path: string;
  /** Title of the entry; the name of a picture. */
  title: string;
  /** The fields in question; none when one side took the file away. */
  places: CollisionPlace[];
}

export interface CollisionPlace extends FieldCollision {
  label: string;
}

export type ChangeTree = { tree: string } | { collisions: Collision[] };

/**
 * Puts what a draft changed since its base into `main`. Refuses (422) a draft that changes files
 * which no draft may change.
 */
export async function changeTree(
  git: Git,
  main: string,
  draft: Pick<DraftHistory, 'base' | 'head'>,
  decide?: (path: string, collision: FieldCollision) => ReturnType<Decide>,
): Promise<ChangeTree> {
  const { base, head } = draft;
  const theirs = await git.changes(base, head);
  assertPublishable(theirs);
  const ours = new Map((await git.changes(base, main)).map((change) => [change.path, change]));
  const merged = new Map<string, string | undefined>();
  const collisions: Collision[] = [];
  for (const change of theirs) {
    const mine = ours.get(change.path);
    if (!mine) merged.set(change.path, change.sha);
    else if (mine.sha !== change.sha) {
      const outcome = await mergeFile(git, change, { base, main, head }, (collision) =>
        decide?.(change.path, collision),
      );
      if ('sha' in outcome) merged.set(change.path, outcome.sha);
      else collisions.push(outcome);
    }
  }
  return collisions.length > 0 ? { collisions } : { tree: await git.writeTree(main, merged) };
}

/** Only ordinary files of entries and pictures; a picture that is there stays. */
function assertPublishable(changes: readonly Change[]): void {
  for (const { path, mode, sha } of changes) {
    const isAllowed = sha
      ? isOrdinary({ mode }) && (isEntryPath(path) || isMediaPath(path))
      : isEntryPath(path);
    if (isAllowed) continue;
    const message = `Bản nháp thay đổi tệp không đăng được từ đây: ${path}.`;
    throw new Refusal(422, 'bad-path', message);
  }
}

interface Sides {
  base: string;
  main: string;
  head: string;
}

async function mergeFile(
  git: Git,
  { path }: Change,
  { base, main, head }: Sides,
  decide: Decide,
): Promise<{ sha: string } | Collision> {
  const type = locate(path)?.type;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!type) return { path, title: name, places: [] };
  const [was, mine, other] = await Promise.all(
    [base, main, head].map(async (commit) => (await textsAt(git, commit, [path])).get(path)),
  );
  const title = [mine, other, was].flatMap((text) => titleIn(type, text))[0] ?? name;
  if (was === undefined || mine === undefined || other === undefined) {
    return { path, title, places: [] };
  }
  const result = mergeEntry(was, mine, other, decide);
  if ('text' in result) return { sha: await git.writeBlob(result.text) };
  return { path, title, places: result.collisions.map((collision) => placed(type, collision)) };
}

/** A collision with the label of its field. */
export function placed(type: ContentType, collision: FieldCollision): CollisionPlace {
  const isBody = collision.field.startsWith('body.');
  return { ...collision, label: isBody ? 'Nội dung' : labelOf(type.fields, [collision.field]) };
}

function titleIn(type: ContentType, text: string | undefined): string[] {
  const title = text === undefined ? undefined : frontOf(type, text)['title'];
  return typeof title === 'string' ? [title] : [];
}

/** What the checks find in a tree: pictures that came since `main`, then all content together. */
export async function findingsOf(git: Git, tree: string, main?: string): Promise<Finding[]> {
  const changes = main === undefined ? [] : await git.changes(main, tree);
  const pictures = changes.filter(({ path, sha }) => sha !== undefined && isMediaPath(path));
  const contents = await git.blobs(pictures.map(({ sha }) => sha!));
  return [
    ...pictures.flatMap(({ path }, i) => checkPicture(path, contents[i]!)),
    ...checkRead(await readTree(git, tree)),
  ];
}

/** Path → text of everything below `content/`, as the checks take it. */
export async function contentOf(git: Git, tree: string): Promise<Map<string, string>> {
  const files = await contentFiles(git, tree);
  const texts = files.filter(({ path }) => !isMediaPath(path));
  const contents = await git.blobs(texts.map(({ sha }) => sha));
  const textOf = new Map(texts.map(({ path }, i) => [path, contents[i]!.toString()]));
  return new Map(files.map(({ path }) => [path, textOf.get(path) ?? '']));
}

/** What a collision says to the person who wanted to publish. */
export function collisionWords(collisions: readonly Collision[]): string {
  const texts = collisions.map(({ title, places }) => {
    const labels = [...new Set(places.map(({ label }) => label))];
    const what = labels.length > 0 ? labels.join(', ') : 'cả mục: một bên đã xóa hoặc thay';
    return `“${title}” (${what})`;
  });
  const remedy = collisions.every(({ places }) => places.length > 0)
    ? 'Hãy chọn bản giữ lại ở phần “Gộp hai bản” trên trang duyệt của mục.'
    : 'Hãy chép phần cần giữ, xóa bản nháp rồi sửa lại trên bản đang đăng.';
  return `Chưa đăng: từ khi bắt đầu bản nháp, bản đang đăng cũng thay đổi đúng chỗ này: ${texts.join('; ')}. Bản nháp và trang đều còn nguyên. ${remedy}`;
}
