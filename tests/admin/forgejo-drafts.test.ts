/**
 * Saving on Forgejo. The repository here answers as a Forgejo 14.0.1 did on 2026-11-29, of which we kept what is read:
 * a file and a branch that are not there are a 404, a merge leaves the branch, and `total_commits` counts what `main`
 * does not have.
 */
import { expect, test } from 'vitest';
import { ForgejoDrafts, type ForgejoApi } from '#admin/app/forgejo-drafts.ts';

const branch = 'cms/article/dan-van-kheo';
const path = 'content/articles/dan-van-kheo.mdx';

/** A repository with one file: its content by branch, and whether the draft's request is open. */
function repositoryOf(branches: Record<string, string>, isOpen: boolean) {
  const held = { branches, isOpen };
  const fileIn = async (name: string) => {
    const sha = held.branches[name];
    if (!sha) throw Object.assign(new Error("The target couldn't be found."), { status: 404 });
    return Promise.resolve(sha);
  };
  const api: ForgejoApi = {
    getBranchPullRequest: () =>
      held.isOpen
        ? Promise.resolve({ number: 1 })
        : Promise.reject(Object.assign(new Error(), { notUnderEditorialWorkflow: true })),
    getBranch: fileIn,
    getFileSha: (_path, { branch: name }) => fileIn(name),
    getDifferences: async (from, to) => ({
      total_commits: (await fileIn(from)) === (await fileIn(to)) ? 0 : 1,
    }),
    createBranch: async (name, from) => {
      held.branches[name] = await fileIn(from);
    },
    deleteBranch: async (name) => {
      await fileIn(name);
      const others = Object.entries(held.branches).filter(([one]) => one !== name);
      held.branches = Object.fromEntries(others);
    },
  };
  const drafts = new ForgejoDrafts(api, 'main');
  return {
    held,
    drafts,
    open: (name: string) => drafts.reading(name, path, () => fileIn(name).catch(() => '')),
    /** As Decap does: the branch and its request are made when the branch is not there. */
    save: (text: string) =>
      drafts.saving(branch, path, () => {
        if (!held.branches[branch]) held.isOpen = true;
        held.branches[branch] = text;
        return Promise.resolve();
      }),
  };
}

test('a new entry is saved, and saved again', async () => {
  const { held, open, save } = repositoryOf({ main: '' }, false);
  await open('main');
  await save('một');
  await save('hai');
  expect(held).toEqual({ branches: { main: '', [branch]: 'hai' }, isOpen: true });
});

test('a branch that a merge left behind makes room: the next save has a request of its own', async () => {
  const { held, open, save } = repositoryOf({ main: 'đăng', [branch]: 'đăng' }, false);
  await open('main');
  await save('sửa');
  expect(held).toEqual({ branches: { main: 'đăng', [branch]: 'sửa' }, isOpen: true });
});

test('what such a branch has and main does not is kept under another name', async () => {
  const { held, open, save } = repositoryOf({ main: 'đăng', [branch]: 'dở' }, false);
  await open('main');
  await save('sửa');
  const kept = Object.keys(held.branches).find((name) => name.startsWith(`cu/${branch}-`))!;
  expect(held.branches).toEqual({ main: 'đăng', [branch]: 'sửa', [kept]: 'dở' });
});

test('what somebody else saved after the entry was opened is not written over', async () => {
  const { held, open, save } = repositoryOf({ main: 'đăng' }, false);
  await open('main');
  held.isOpen = true;
  held.branches[branch] = 'của người khác';
  await expect(save('sửa')).rejects.toThrow('người khác đã lưu bản nháp');
  expect(held.branches[branch]).toBe('của người khác');

  await open(branch);
  await save('sửa tiếp');
  held.branches[branch] = 'của người khác, lần hai';
  await expect(save('sửa nữa')).rejects.toThrow('tải lại trang');
  expect(held.branches[branch]).toBe('của người khác, lần hai');
});

test('a copy of unsaved text is compared with the draft, and without one with what is published', async () => {
  const { held, drafts, open } = repositoryOf({ main: 'đăng', [branch]: 'cũ' }, false);
  await open('main');
  expect(drafts.opened(path)).toBe('đăng');
  expect(await drafts.current(branch, path)).toBe('đăng');
  held.isOpen = true;
  expect(await drafts.current(branch, path)).toBe('cũ');
});

test('another failure of the host is told, and nothing is saved', async () => {
  const refusal = Object.assign(new Error('Bad gateway'), { status: 502 });
  const api = { getBranchPullRequest: () => Promise.reject(refusal) } as unknown as ForgejoApi;
  const save = () => Promise.reject(new Error('saved'));
  await expect(new ForgejoDrafts(api, 'main').saving(branch, path, save)).rejects.toBe(refusal);
});
