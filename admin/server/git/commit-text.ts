/**
 * A commit as git stores it: headers, an empty line, the message
 * (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects).
 */

export interface Person {
  name: string;
  email: string;
}

export interface Commit {
  tree: string;
  parents: readonly string[];
  /** Author and committer in one. */
  author: Person;
  /** Whole seconds are kept. */
  at: Date;
  message: string;
}

/** What git is given to store; the moment stands in Hà Nội's time, wherever the server is. */
export function commitText({ tree, parents, author, at, message }: Commit): string {
  const who = `${asName(author.name)} <${asName(author.email)}> ${Math.floor(at.getTime() / 1000)} +0700`;
  const headers = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
  ];
  return `${headers.join('\n')}\n\n${message}`;
}

/**
 * A commit's text, read; `undefined` for one that `commitText` would write otherwise: signed, in another
 * encoding, or of an author and a committer who are two.
 */
export function readCommitText(text: string): Commit | undefined {
  const end = text.indexOf('\n\n');
  const headers =
    /^tree ([0-9a-f]+)\n((?:parent [0-9a-f]+\n)*)author (.*) <(.*)> (\d+) \+0700\ncommitter .*$/.exec(
      text.slice(0, end),
    );
  if (end < 0 || !headers) return undefined;
  const [, tree = '', parents = '', name = '', email = '', seconds] = headers;
  const commit = {
    tree,
    parents: parents.split('\n').flatMap((line) => line.split(' ')[1] ?? []),
    author: { name, email },
    at: new Date(Number(seconds) * 1000),
    message: text.slice(end + 2),
  };
  return commitText(commit) === text ? commit : undefined;
}

/** As git writes a name: without what would end it, or stands around it (`strbuf_addstr_without_crud`). */
function asName(text: string): string {
  return text.replace(/[\n<>]/g, '').replace(/^[\0-\x20.,:;"\\']+|[\0-\x20.,:;"\\']+$/g, '');
}
