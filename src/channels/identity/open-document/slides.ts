/** The slide template: a cover, a slide with text, and one slide for each axis with its petal lit. */
import type { Entry } from '#src/load/entry.ts';
import type { SettingsData } from '#src/schema/index.ts';
import { axisColor, colors } from '#src/styles/tokens.ts';
import { markPng, markSvg } from '../mark.ts';
import { openDocument } from './package.ts';
import { at, escapeXml, fontFaces, letters, metaPart, part, type Box } from './xml.ts';

/** 16:9, as projectors and televisions show it. */
const page = { width: 28, height: 15.75 };

interface Master {
  name: string;
  label: string;
  ground: string;
  title: { color: string; size: number; box: Box };
  text: { color: string; size: number; box: Box };
  /** The stripe at the edge. */
  stripe: { color: string; box: Box };
  mark: { path: string; box: Box };
}

const cover: Master = {
  name: 'Bia',
  label: 'Bìa',
  ground: colors.brandDark,
  title: { color: colors.onBrand, size: 40, box: { x: 2, y: 5.2, width: 16, height: 4.6 } },
  text: { color: colors.goldLight, size: 20, box: { x: 2, y: 10.2, width: 16, height: 3 } },
  stripe: { color: colors.goldLight, box: { x: 0, y: 15.45, width: 28, height: 0.3 } },
  mark: { path: 'Pictures/sen-nen.png', box: { x: 18.8, y: 4, width: 7.6, height: 7.6 } },
};

const plain = (
  name: string,
  label: string,
  strong: string,
  ground: string,
  mark: string,
): Master => ({
  name,
  label,
  ground,
  title: { color: strong, size: 28, box: { x: 2, y: 1.2, width: 20.6, height: 3.2 } },
  text: { color: colors.ink, size: 24, box: { x: 2, y: 5, width: 24, height: 8.6 } },
  stripe: { color: strong, box: { x: 0, y: 0, width: 0.6, height: page.height } },
  mark: { path: mark, box: { x: 23, y: 0.9, width: 3.4, height: 3.4 } },
});

const axisMark = (order: number) => `Pictures/sen-truc-${order}.png`;

/** An axis's slide says its message, so its text is larger. */
function axisMaster({ data: { order, title } }: Entry<'axis'>): Master {
  const { strong, soft } = axisColor(order);
  const master = plain(`Truc${order}`, `Trục ${order}. ${title}`, strong, soft, axisMark(order));
  return { ...master, text: { ...master.text, size: 36 } };
}

/** The template as an `.odp` file. */
export async function slideTemplate(
  axes: readonly Entry<'axis'>[],
  settings: SettingsData,
): Promise<Uint8Array> {
  const inner = plain('NoiDung', 'Nội dung', colors.brand, colors.paper, 'Pictures/sen.png');
  const masters = [cover, inner, ...axes.map(axisMaster)];
  const place = `${settings.ward}, ${settings.city}`;
  const slides = [
    slide(cover, 'Tên buổi nói chuyện', [settings.siteName, place]),
    slide(inner, 'Mỗi trang một ý', [
      'Hai đến bốn dòng, chữ cỡ 24 trở lên.',
      'Dùng lời thường ngày.',
    ]),
    ...axes.map((axis) => slide(axisMaster(axis), axis.data.title, axis.data.message.split(' - '))),
  ];
  return openDocument('odp', {
    'content.xml': part(
      'document-content',
      fontFaces,
      '<office:automatic-styles/>',
      `<office:body><office:presentation>${slides.join('\n')}</office:presentation></office:body>`,
    ),
    'styles.xml': stylesPart(masters, `${settings.siteName} · ${place}`),
    'meta.xml': metaPart(settings.siteName),
    'Pictures/sen.png': await markPng(markSvg({ margin: 0 }), 512),
    'Pictures/sen-nen.png': await markPng(markSvg({ margin: 0.1, ground: colors.paper }), 768),
    ...Object.fromEntries(
      await Promise.all(
        axes.map(async ({ data: { order } }) => {
          const svg = markSvg({ margin: 0, lit: order });
          return [axisMark(order), await markPng(svg, 512)] as const;
        }),
      ),
    ),
  });
}

function slide({ name, title, text }: Master, heading: string, lines: readonly string[]): string {
  const frame = (kind: string, style: string, box: Box, content: string) =>
    `<draw:frame presentation:class="${kind}" presentation:style-name="${name}-${style}" draw:layer="layout" ${at(box)}><draw:text-box>${content}</draw:text-box></draw:frame>`;
  return [
    `<draw:page draw:name="${escapeXml(heading)}" draw:style-name="${name}-page" draw:master-page-name="${name}">`,
    frame('title', 'title', title.box, paragraph(heading)),
    frame('outline', 'outline1', text.box, lines.map(paragraph).join('')),
    '</draw:page>',
  ].join('');
}

function paragraph(text: string): string {
  return `<text:p>${escapeXml(text)}</text:p>`;
}

function stylesPart(masters: readonly Master[], foot: string): string {
  return part(
    'document-styles',
    fontFaces,
    '<office:styles>',
    `<style:default-style style:family="graphic">${letters({ size: 20, color: colors.ink })}</style:default-style>`,
    ...masters.flatMap(textStyles),
    '</office:styles>',
    '<office:automatic-styles>',
    `<style:page-layout style:name="Trang"><style:page-layout-properties fo:page-width="${page.width}cm" fo:page-height="${page.height}cm" fo:margin="0cm" style:print-orientation="landscape"/></style:page-layout>`,
    ...masters.flatMap(automaticStyles),
    `<style:style style:name="Chan" style:family="paragraph">${letters({ size: 12, color: colors.inkSoft })}</style:style>`,
    '<style:style style:name="KhungChan" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none" fo:padding="0cm"/></style:style>',
    '</office:automatic-styles>',
    '<office:master-styles>',
    '<draw:layer-set><draw:layer draw:name="layout"/><draw:layer draw:name="background"/><draw:layer draw:name="backgroundobjects"/><draw:layer draw:name="controls"/><draw:layer draw:name="measurelines"/></draw:layer-set>',
    ...masters.map((master) => masterPage(master, foot)),
    '</office:master-styles>',
  );
}

/** Styles that office programs look for under the master's name. */
function textStyles({ name, label, title, text }: Master): string[] {
  const style = (kind: string, { color, size }: Master['title'], bold: boolean, extra: string) =>
    `<style:style style:name="${name}-${kind}" style:display-name="${escapeXml(label)}-${kind}" style:family="presentation"><style:graphic-properties draw:stroke="none" draw:fill="none" ${extra}/><style:paragraph-properties fo:text-align="start" fo:margin-bottom="0.25cm"/>${letters({ size, color, bold })}</style:style>`;
  const middle = 'draw:textarea-vertical-align="middle" draw:auto-grow-height="false"';
  return [
    style('title', title, true, middle),
    style('outline1', text, false, 'draw:auto-grow-height="false"'),
  ];
}

function automaticStyles({ name, ground, stripe }: Master): string[] {
  return [
    `<style:style style:name="${name}-page" style:family="drawing-page"><style:drawing-page-properties draw:fill="solid" draw:fill-color="${ground}" presentation:background-visible="true" presentation:background-objects-visible="true"/></style:style>`,
    `<style:style style:name="${name}-stripe" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="${stripe.color}"/></style:style>`,
  ];
}

function masterPage({ name, label, title, text, stripe, mark }: Master, foot: string): string {
  const hold = (kind: string, style: string, box: Box) =>
    `<draw:frame presentation:class="${kind}" presentation:style-name="${name}-${style}" presentation:placeholder="true" draw:layer="backgroundobjects" ${at(box)}><draw:text-box/></draw:frame>`;
  const footBox = { x: 2, y: 14.3, width: 20, height: 0.9 };
  return [
    `<style:master-page style:name="${name}" style:display-name="${escapeXml(label)}" style:page-layout-name="Trang" draw:style-name="${name}-page">`,
    `<draw:rect draw:style-name="${name}-stripe" draw:layer="backgroundobjects" ${at(stripe.box)}/>`,
    `<draw:frame draw:layer="backgroundobjects" ${at(mark.box)}><draw:image xlink:href="${mark.path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>Biểu trưng hoa sen bảy cánh</svg:desc></draw:frame>`,
    ...(name === cover.name
      ? []
      : [
          `<draw:frame draw:style-name="KhungChan" draw:layer="backgroundobjects" ${at(footBox)}><draw:text-box><text:p text:style-name="Chan">${escapeXml(foot)}</text:p></draw:text-box></draw:frame>`,
        ]),
    hold('title', 'title', title.box),
    hold('outline', 'outline1', text.box),
    '</style:master-page>',
  ].join('');
}
