/** The rich editor of a body in a real browser on the real server: opened, typed into, pasted into, saved. */
import type { Browser, Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import { git, logIn, openEntry, saved } from '#tests/support/newsroom.ts';

const site = inject('site');

export class BodyEditor {
  readonly page: Page;
  /** The article that is opened where no other is named. */
  readonly #entry: string;

  private constructor(page: Page, entry: string) {
    this.page = page;
    this.#entry = entry;
  }

  /** The CMS with an editor logged in; `entry` is the slug of the article that she writes. */
  static async logIn(browser: Browser, entry: string): Promise<BodyEditor> {
    return new BodyEditor(await logIn(browser, 'bientap'), entry);
  }

  get body(): Locator {
    return this.page.getByRole('textbox', { name: 'Nội dung', exact: true });
  }

  /** What the editor says of what was pasted. */
  get told(): Locator {
    return this.page.locator('.paste-told');
  }

  /** Opens the entry as it is saved. */
  async openAnew(entry = this.#entry): Promise<void> {
    await this.page.goto(`${site}/admin/#/collections/article`);
    await this.page.locator('.save-state').waitFor({ state: 'detached' });
    await openEntry(this.page, 'article', entry);
  }

  /** Opens the entry with an empty body. */
  async startWriting(entry = this.#entry): Promise<void> {
    await this.openAnew(entry);
    // Not into a frame or a table, which have texts of their own.
    await this.body.locator(':scope > p, :scope > h2').first().click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
  }

  /** Saves the entry; the body as it then stands in git. */
  async save(entry = this.#entry): Promise<string> {
    await this.page.keyboard.press('Control+s');
    await saved(this.page);
    const file = git('show', `cms/article/${entry}:content/articles/${entry}.mdx`);
    return splitEntryFile(file)!.body;
  }

  /** Puts this on the clipboard and pastes it where the cursor stands. */
  paste(data: Record<string, string>): Promise<void> {
    return this.body.evaluate((box, texts) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      (document.activeElement ?? box).dispatchEvent(event);
    }, data);
  }

  /** Puts the cursor there. */
  async toEndOf(place: Locator): Promise<void> {
    await place.click();
    await this.page.keyboard.press('End');
    await cursorIn(place);
  }

  async toNewParagraph(): Promise<void> {
    await this.page.keyboard.press('Control+End');
    await cursorIn(this.body.locator(':scope > :last-child'));
    await this.page.keyboard.press('Enter');
  }
}

/**
 * Waits until the editor's own cursor is in that place: it hears of the browser's a moment later, and for a moment
 * after something was pasted it goes back to where that ended.
 */
export function cursorIn(place: Locator): Promise<void> {
  const isThere = () =>
    place.evaluate((element) => {
      interface Editor {
        getEditorState: () => { _selection: { anchor: { key: string } } | null };
        getElementByKey: (key: string) => HTMLElement | null;
      }
      const root = element.closest<HTMLElement & { __lexicalEditor: Editor }>('.rich-text')!;
      const selection = root.__lexicalEditor.getEditorState()._selection;
      const at = selection && root.__lexicalEditor.getElementByKey(selection.anchor.key);
      // Beside a frame the cursor is in the text as a whole.
      return at === root || element.contains(at);
    });
  return expect.poll(isThere).toBe(true);
}
