/** The letterhead template: A4, for letters and invitations to residents. */
import type { SettingsData } from '#src/schema/index.ts';
import { colors } from '#src/styles/tokens.ts';
import { markPng, markSvg } from '../mark.ts';
import { openDocument } from './package.ts';
import { at, escapeXml, fontFaces, letters, metaPart, part } from './xml.ts';

/** The template as an `.odt` file. */
export async function letterheadTemplate(settings: SettingsData): Promise<Uint8Array> {
  return openDocument('odt', {
    'content.xml': contentPart(settings),
    'styles.xml': stylesPart(settings),
    'meta.xml': metaPart(`Thư: ${settings.siteName}`),
    'Pictures/sen.png': await markPng(markSvg({ margin: 0 }), 512),
  });
}

/** A paragraph in a named style. */
function p(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${escapeXml(text)}</text:p>`;
}

function contentPart({ city }: SettingsData): string {
  return part(
    'document-content',
    fontFaces,
    '<office:automatic-styles/>',
    '<office:body><office:text>',
    p('Ngay', `${city}, ngày … tháng … năm …`),
    `<text:h text:style-name="TieuDe" text:outline-level="1">Tiêu đề thư: nói thẳng ý chính</text:h>`,
    p('Noidung', 'Kính gửi bà con …'),
    p('Noidung', 'Đoạn đầu: việc gì, khi nào, ở đâu. Câu ngắn, lời thường ngày.'),
    p('Noidung', 'Đoạn sau: bà con cần làm gì và hỏi ai.'),
    p('KyTen', 'Người ký'),
    '</office:text></office:body>',
  );
}

function stylesPart(settings: SettingsData): string {
  const style = (name: string, paragraph: string, look: Parameters<typeof letters>[0]) =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/>${letters(look)}</style:style>`;
  const { ink, inkSoft, brand, gold } = colors;
  const line = (side: string) =>
    `fo:border-${side}="0.06cm solid ${gold}" fo:padding-${side}="0.3cm"`;
  return part(
    'document-styles',
    fontFaces,
    '<office:styles>',
    `<style:default-style style:family="paragraph">${letters({ size: 13, color: ink })}</style:default-style>`,
    style('Noidung', 'fo:margin-bottom="0.3cm" fo:line-height="140%" fo:text-align="justify"', {
      size: 13,
      color: ink,
    }),
    style('TieuDe', 'fo:margin-top="0.4cm" fo:margin-bottom="0.5cm"', {
      size: 20,
      color: brand,
      bold: true,
    }),
    style('Ngay', 'fo:text-align="end" fo:margin-bottom="0.3cm"', { size: 13, color: inkSoft }),
    style('KyTen', 'fo:text-align="end" fo:margin-top="1.2cm"', {
      size: 13,
      color: ink,
      bold: true,
    }),
    style('DauTrang', 'fo:margin-left="2.6cm"', { size: 14, color: brand, bold: true }),
    style('DauTrangPhu', `fo:margin-left="2.6cm" fo:margin-bottom="0.2cm"`, {
      size: 11,
      color: inkSoft,
    }),
    style('Ke', line('bottom'), { size: 4, color: inkSoft }),
    style('ChanTrang', `${line('top')} fo:text-align="center"`, { size: 10, color: inkSoft }),
    '</office:styles>',
    '<office:automatic-styles>',
    '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="3cm" fo:margin-right="2cm" style:print-orientation="portrait"/><style:header-style><style:header-footer-properties fo:min-height="2.4cm" fo:margin-bottom="0.6cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>',
    '<style:style style:name="Sen" style:family="graphic"><style:graphic-properties style:wrap="run-through" style:run-through="background" style:horizontal-pos="from-left" style:horizontal-rel="paragraph" style:vertical-pos="from-top" style:vertical-rel="paragraph"/></style:style>',
    '</office:automatic-styles>',
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">',
    `<style:header>${headerOf(settings)}</style:header>`,
    `<style:footer>${p('ChanTrang', footOf(settings))}</style:footer>`,
    '</style:master-page></office:master-styles>',
  );
}

function headerOf({ organization, siteName, ward, city }: SettingsData): string {
  const box = at({ x: 0, y: -0.35, width: 2.2, height: 2.2 });
  const mark = `<draw:frame draw:style-name="Sen" draw:name="Biểu trưng" text:anchor-type="paragraph" ${box}><draw:image xlink:href="Pictures/sen.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>Biểu trưng hoa sen bảy cánh</svg:desc></draw:frame>`;
  return [
    `<text:p text:style-name="DauTrang">${mark}${escapeXml(organization)}</text:p>`,
    p('DauTrangPhu', `${siteName} · ${ward}, ${city}`),
    p('Ke', ''),
  ].join('');
}

/** Only what the settings hold: an empty setting shows nothing. */
function footOf({ siteName, contact }: SettingsData): string {
  return [siteName, contact?.address, contact?.phone, contact?.email].filter(Boolean).join(' · ');
}
