/**
 * Bodies with blocks, compiled to code that a page runs. As modules of the bundle, a thousand bodies took
 * several seconds of every build, whether a page was rendered or not. Drop this when Astro keeps them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import * as runtime from 'astro/jsx-runtime';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { cacheFolder, cacheKey, kept } from '#src/build-cache.ts';
import { codeReached } from '#src/code-reached.ts';
import { markdown } from './markdown.ts';

/** A heading of a body, as Astro tells it. */
export interface Heading {
  depth: number;
  /** Its id on the page. */
  slug: string;
  text: string;
}

/** A body that a page can show. */
export interface RunBody {
  Content: AstroComponentFactory;
  headings: Heading[];
}

/**
 * Compiles bodies as MDX and keeps the code; made once for a build, for what it needs is read then. `srcDir` is the
 * folder of the site's code.
 */
export async function bodyCompiler(srcDir: URL): Promise<BodyCompiler> {
  const { processor, syntaxHighlight } = markdown;
  if (!processor.createMdxRenderer) {
    throw new Error(`Bộ đọc Markdown “${processor.name}” không đọc được MDX.`);
  }
  const renderer = await processor.createMdxRenderer(
    { syntaxHighlight },
    { optimize: false, srcDir },
  );
  // The lock file has the versions of all that compiles.
  const code = codeReached('src/load/body-code.ts');
  const version = cacheKey(readFileSync('package-lock.json'), ...code);
  const compile = async (file: URL, body: string) => {
    const path = fileURLToPath(file);
    const name = `${cacheKey(version, body)}.body.js`;
    await kept(name, async () => {
      const { code: module } = await renderer.process(body, path, {});
      return Buffer.from(asFunction(module, path));
    });
    return name;
  };
  return { version, compile };
}

/** Compiles bodies. */
export interface BodyCompiler {
  /** Differs when the same body would be compiled in another way. */
  version: string;
  /** Keeps the code of a body and returns its name; `file` is the entry's, for errors. */
  compile: (file: URL, body: string) => Promise<string>;
}

/** The module of a body as a function of what it imports. */
function asFunction(code: string, path: string): string {
  const made = code
    .replace(
      /^import \{([^}]*)\} from "astro\/jsx-runtime";/,
      (_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = runtime;`,
    )
    .replaceAll(/^export (?=const |function )/gm, '');
  const other = /^(?:import|export)\b.*/m.exec(made);
  if (other) throw new Error(`${path}: phần nội dung không được dùng “${other[0]}”.`);
  return `${made}\nreturn { MDXContent, headings: getHeadings() };\n`;
}

interface Props {
  components?: Record<string, unknown>;
}

const run = new Map<string, RunBody>();

/** The body whose code has this name. A name stands for one code, also while developing. */
export function runBody(name: string): RunBody {
  const known = run.get(name);
  if (known) return known;
  const path = join(cacheFolder, name);
  const code = readFileSync(path, 'utf8');
  const start = compileFunction(code, ['runtime'], { filename: path }) as (from: object) => {
    MDXContent: (props: Props) => unknown;
    headings: Heading[];
  };
  const { MDXContent, headings } = start(runtime);
  const Content = (props: Props) =>
    MDXContent({ ...props, components: { Fragment: runtime.Fragment, ...props.components } });
  // What @astrojs/mdx says of a module's content: which of Astro's renderers draws it.
  Object.assign(Content, {
    [Symbol.for('mdx-component')]: true,
    [Symbol.for('astro:renderer')]: 'astro:jsx',
  });
  const body = { Content: Content as unknown as AstroComponentFactory, headings };
  run.set(name, body);
  return body;
}
