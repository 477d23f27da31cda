import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { identityDownloads } from '#src/channels/identity/downloads.ts';
import { markSvg } from '#src/channels/identity/mark.ts';
import { mediaTypes } from '#src/channels/identity/open-document/package.ts';
import { axisSwatches, contrastPairs, typeScale } from '#src/model/identity-guide.ts';
import { contrastRatio } from '#src/styles/contrast.ts';
import { axisColor, axisColors, colors } from '#src/styles/tokens.ts';
import { context } from './fixtures.ts';

const files = identityDownloads(context.axes).flatMap((group) => group.files);

const bytesOf = async (name: string) => {
  const made = await files.find((file) => file.name === name)!.make(context);
  return typeof made === 'string' ? Buffer.from(made) : Buffer.from(made);
};

describe('downloads', () => {
  test('each has a name of its own, ASCII, and a type', () => {
    const names = files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names)
      expect(name).toMatch(/^[a-z0-9-]+\.(?:svg|png|ttf|odp|odt|json|css)$/);
  });

  test('the same inputs give the same bytes', async () => {
    for (const { name } of files) {
      expect((await bytesOf(name)).equals(await bytesOf(name)), name).toBe(true);
    }
  });

  test.each(files.filter(({ name }) => name.endsWith('.png')).map(({ name }) => name))(
    '%s has the size in its name and a clear ground around the lotus',
    async (name) => {
      const side = Number(/-(\d+)\.png$/.exec(name)![1]);
      const bytes = await bytesOf(name);
      expect(await sharp(bytes).metadata()).toMatchObject({
        format: 'png',
        width: side,
        height: side,
      });
      const { data, info } = await sharp(bytes)
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const edge = Math.floor(side * 0.1);
      const corner = (x: number, y: number) => [
        ...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4),
      ];
      for (let at = 0; at < side; at += 1) expect(corner(edge, at)).toEqual(corner(0, 0));
    },
  );

  test('the tokens are the site’s own', async () => {
    expect(JSON.parse((await bytesOf('nhan-dien.json')).toString())).toMatchObject({
      colors,
      axes: { 7: axisColor(7) },
    });
    const css = (await bytesOf('nhan-dien.css')).toString();
    for (const value of [...Object.values(colors), ...axisColors.map(({ soft }) => soft)]) {
      expect(css).toContain(`: ${value};`);
    }
  });
});

test('a lit mark has one petal in full colour, the others pale', () => {
  const svg = markSvg({ margin: 0, lit: 2 });
  axisColors.forEach(({ strong, soft }, index) => {
    expect(svg).toContain(`fill="${index === 1 ? strong : soft}"`);
  });
});

describe.each([
  ['mau-trinh-chieu.odp', 'odp'],
  ['mau-thu.odt', 'odt'],
] as const)('%s', (name, kind) => {
  test('is an OpenDocument file: type first and stored, every part in the manifest', async () => {
    const bytes = await bytesOf(name);
    // A local header: name at 30, its length at 26, method at 8 (0 is stored).
    expect(bytes.toString('latin1', 30, 38)).toBe('mimetype');
    expect(bytes.readUInt16LE(8)).toBe(0);
    expect(bytes.toString('latin1', 38, 38 + mediaTypes[kind].length)).toBe(mediaTypes[kind]);

    const parts = unzipSync(bytes);
    const listed = [
      ...strFromU8(parts['META-INF/manifest.xml']!).matchAll(/full-path="([^"]+)"/g),
    ].map(([, path]) => path!);
    const held = Object.keys(parts).filter((path) => !/^(?:mimetype|META-INF\/.*)$/.test(path));
    expect(listed.toSorted()).toEqual(['/', ...held].toSorted());
  });

  test('its XML is well-formed, names the typeface and only pictures and styles that are there', async () => {
    const parts = unzipSync(await bytesOf(name));
    const xml = ['content.xml', 'styles.xml', 'meta.xml'].map((path) => strFromU8(parts[path]!));
    for (const text of xml) expect(unclosed(text)).toEqual([]);
    const all = xml.join('');
    expect(all).toContain("svg:font-family=\"'Be Vietnam Pro', Arial");
    for (const [, path] of all.matchAll(/xlink:href="([^"]+)"/g))
      expect(parts).toHaveProperty([path!]);
    const styles = new Set([...all.matchAll(/style:name="([^"]+)"/g)].map(([, one]) => one));
    for (const [, one] of all.matchAll(
      /(?:text:style-name|draw:style-name|presentation:style-name|draw:master-page-name|page-layout-name)="([^"]+)"/g,
    )) {
      expect(styles).toContain(one);
    }
  });
});

test('the slides hold a cover, a text and the seven messages', async () => {
  const content = strFromU8(unzipSync(await bytesOf('mau-trinh-chieu.odp'))['content.xml']!);
  expect(content.match(/<draw:page /g)).toHaveLength(9);
  for (const { data } of context.axes) expect(content).toContain(data.message.split(' - ')[0]);
});

describe('what the guide says of the tokens', () => {
  test('no ratio is told better than it is', () => {
    const pairs = [
      ...contrastPairs,
      ...axisSwatches.flatMap(({ white, onSoft }) => [white, onSoft]),
    ];
    for (const { text, ground, ratio, level } of pairs) {
      const measured = contrastRatio(text, ground);
      const told = Number(ratio.replace(' : 1', '').replace(',', '.'));
      expect(told).toBeLessThanOrEqual(measured);
      expect(told).toBeGreaterThan(measured - 0.1);
      expect(level).toBe(measured >= 7 ? 'AAA' : 'AA');
    }
  });

  test('sizes fall from the largest to 16 pixels', () => {
    const sizes = typeScale.map(({ pixels }) => pixels);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes.at(-1)).toBe(16);
  });
});

/** Elements that are closed wrongly or not at all. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  for (const [, end, name, rest] of xml.matchAll(/<(\/?)([\w:-]+)((?:"[^"]*"|[^">])*)>/g)) {
    if (end) {
      if (open.pop() !== name) return [name!];
    } else if (!rest!.endsWith('/')) open.push(name!);
  }
  return open;
}
