/**
 * A look at the host before each save of a draft on Forgejo. Decap writes into the branch that bears the entry's name
 * as it finds it: into one that a merge left behind, without a request, where nobody sees the text again; and over
 * what somebody else saved in between.
 */
import type { Version } from './editor/backups.ts';

/** What is asked of Forgejo; each throws an error with the answer's `status`. */
export interface ForgejoApi {
  /** The open request of a draft; throws with `notUnderEditorialWorkflow` when there is none. */
  getBranchPullRequest: (branch: string) => Promise<unknown>;
  getBranch: (branch: string) => Promise<unknown>;
  /** Name of the file's content. */
  getFileSha: (path: string, options: { branch: string }) => Promise<string>;
  getDifferences: (from: string, to: string) => Promise<{ total_commits: number }>;
  createBranch: (name: string, from: string) => Promise<unknown>;
  deleteBranch: (branch: string) => Promise<void>;
}

export class ForgejoDrafts {
  /** The version of each file when its text was last read, by path. */
  private readonly versions = new Map<string, Version>();
  private readonly api: ForgejoApi;
  /** The branch of what is published. */
  private readonly main: string;

  constructor(api: ForgejoApi, main: string) {
    this.api = api;
    this.main = main;
  }

  /** The version of a file that the open text rests on. */
  opened(path: string): Version | undefined {
    return this.versions.get(path);
  }

  /** The version of a file in the draft on that branch, else as it is published; `null` when it is in neither. */
  async current(branch: string, path: string): Promise<Version> {
    return this.versionIn((await this.hasRequest(branch)) ? branch : this.main, path);
  }

  /** Reads a file, and remembers which version that was: a later save rests on it. */
  async reading<Text>(branch: string, path: string, read: () => Promise<Text>): Promise<Text> {
    const version = await this.versionIn(branch, path);
    const text = await read();
    this.versions.set(path, version);
    return text;
  }

  /** Saves a file in the draft on that branch; throws, without saving, when the draft is not the one that was opened. */
  async saving(branch: string, path: string, save: () => Promise<void>): Promise<void> {
    if (!(await this.hasRequest(branch))) await this.clear(branch);
    else if ((await this.versionIn(branch, path)) !== this.versions.get(path)) throw new Stale();
    await save();
    this.versions.set(path, await this.versionIn(branch, path));
  }

  private async versionIn(branch: string, path: string): Promise<Version> {
    return this.api.getFileSha(path, { branch }).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
  }

  private async hasRequest(branch: string): Promise<boolean> {
    return this.api.getBranchPullRequest(branch).then(
      () => true,
      (error: unknown) => {
        if ((error as { notUnderEditorialWorkflow?: true }).notUnderEditorialWorkflow) return false;
        throw error;
      },
    );
  }

  /** Takes a branch that no request needs out of the way; what `main` does not have is kept under another name. */
  private async clear(branch: string): Promise<void> {
    try {
      await this.api.getBranch(branch);
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    const { total_commits: unmerged } = await this.api.getDifferences(this.main, branch);
    if (unmerged > 0) await this.api.createBranch(`cu/${branch}-${Date.now()}`, branch);
    await this.api.deleteBranch(branch);
  }
}

function isMissing(error: unknown): boolean {
  return (error as { status?: number }).status === 404;
}

class Stale extends Error {
  /** Empty: Decap prints an error as “name: message”, and editors need the message alone. */
  override name = '';

  constructor() {
    super(
      'người khác đã lưu bản nháp của mục này sau khi bạn mở. Bản của bạn còn nguyên trong các ô. Hãy chép chỗ bạn đã sửa, tải lại trang, rồi sửa tiếp trên bản nháp ấy.',
    );
  }
}
