/** Small scripts inside the page: a reader who does nothing sends no request for them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const tags = /<script type="module" src="(\/_astro\/[^"]+\.js)"><\/script>/g;

/** In bytes; what is larger is fetched, and kept by the browser for the next page. */
const small = 1536;

/** The scripts of one build. */
export class Scripts {
  readonly #root: string;
  readonly #codes = new Map<string, Promise<string>>();

  /** `root`: the folder of the build. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The page with its small scripts inside, as one: each would be named by hash in the policy. */
  async inline(html: string): Promise<string> {
    const files = [...html.matchAll(tags)].map(([, file]) => file!);
    const codes = new Map(
      await Promise.all(files.map(async (file) => [file, await this.#code(file)] as const)),
    );
    const inside = files.filter((file) => codes.get(file)!.length <= small);
    const last = inside.at(-1);
    // In a block, names stay a script's own.
    const code = inside.map((file) => codes.get(file)!);
    const joined = code.length > 1 ? code.map((one) => `{${one}}`).join('') : code.join('');
    return html.replaceAll(tags, (tag, file: string) => {
      if (!inside.includes(file)) return tag;
      return file === last ? `<script type="module">${joined}</script>` : '';
    });
  }

  #code(file: string): Promise<string> {
    const known = this.#codes.get(file);
    if (known) return known;
    const code = readFile(join(this.#root, file), 'utf8').then((text) => text.trim());
    this.#codes.set(file, code);
    return code;
  }
}
