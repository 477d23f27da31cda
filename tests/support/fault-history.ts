/** The history of a repository, read in one go. */

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  /** Login of the author. */
  login: string;
  subject: string;
  status: string;
  note: string;
}

const trailer = (name: string) => `%(trailers:key=${name},valueonly,separator=%x02)`;
const format = [
  '%H',
  '%T',
  '%P',
  '%ae',
  '%s',
  trailer('Workflow-Status'),
  trailer('Workflow-Note'),
].join('%x01');

/** Every commit that can be reached from `heads`, by name. */
export async function readHistory(
  git: (...args: string[]) => Promise<string>,
  heads: readonly string[],
): Promise<Map<string, Commit>> {
  const records = (await git('log', '-z', `--format=${format}`, ...heads)).split('\0');
  return new Map(
    records.filter(Boolean).map((record) => {
      const [sha = '', tree = '', parents = '', email = '', subject = '', status = '', note = ''] =
        record.split('\x01');
      const login = email.slice(0, email.indexOf('@'));
      const commit = { sha, tree, parents: parents.split(' ').filter(Boolean), login };
      return [sha, { ...commit, subject, status, note }];
    }),
  );
}
