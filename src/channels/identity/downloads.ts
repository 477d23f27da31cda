/** What the identity guide gives away, each file made at build from the site's own tokens. */
import type { Entry } from '#src/load/entry.ts';
import type { SettingsData } from '#src/schema/index.ts';
import { colors } from '#src/styles/tokens.ts';
import { fontWeights, readFont } from '../fonts/files.ts';
import { markPng, markSvg } from './mark.ts';
import { letterheadTemplate } from './open-document/letterhead.ts';
import { mediaTypes } from './open-document/package.ts';
import { slideTemplate } from './open-document/slides.ts';
import { tokensJson, tokensStylesheet } from './token-files.ts';

/** What the files are made from. */
export interface IdentityContext {
  axes: readonly Entry<'axis'>[];
  settings: SettingsData;
}

export interface Download {
  /** File name below `/nhan-dien/`. */
  name: string;
  label: string;
  mediaType: string;
  make: (context: IdentityContext) => string | Uint8Array | Promise<Uint8Array>;
}

export interface DownloadGroup {
  title: string;
  files: readonly Download[];
}

/** Sides of the mark's PNG files in pixels: for a chat, a document, a poster. */
const sides = [128, 512, 2048] as const;

/** A person sees the clear space kept when the file itself holds it. */
const margin = 0.125;

/** The groups in the order in which the guide lists them. */
export function identityDownloads(axes: readonly Entry<'axis'>[]): readonly DownloadGroup[] {
  return [
    {
      title: 'Biểu trưng',
      files: [
        svg('hoa-sen.svg', 'Hoa sen, nền trong', { margin }),
        ...sides.map((side) => png(`hoa-sen-${side}.png`, 'Hoa sen, nền trong', { margin }, side)),
        svg('hoa-sen-nen.svg', 'Hoa sen, nền giấy', { margin, ground: colors.paper }),
        png('hoa-sen-nen-512.png', 'Hoa sen, nền giấy', { margin, ground: colors.paper }, 512),
      ],
    },
    {
      title: 'Biểu trưng của từng trục',
      files: axes.flatMap(({ data: { order, title } }) => {
        const look = { margin, lit: order };
        const label = `Trục ${order}. ${title}`;
        return [
          svg(`hoa-sen-truc-${order}.svg`, label, look),
          png(`hoa-sen-truc-${order}-512.png`, label, look, 512),
        ];
      }),
    },
    {
      title: 'Mẫu soạn sẵn',
      files: [
        {
          name: 'mau-trinh-chieu.odp',
          label: 'Mẫu trang trình chiếu (OpenDocument)',
          mediaType: mediaTypes.odp,
          make: (context) => slideTemplate(context.axes, context.settings),
        },
        {
          name: 'mau-thu.odt',
          label: 'Mẫu thư, giấy mời (OpenDocument)',
          mediaType: mediaTypes.odt,
          make: (context) => letterheadTemplate(context.settings),
        },
      ],
    },
    {
      title: 'Bộ chữ Be Vietnam Pro, giấy phép mở OFL',
      files: fontWeights.map((weight) => ({
        name: `be-vietnam-pro-${weight}.ttf`,
        label: `Độ đậm ${weight}, TTF`,
        mediaType: 'font/ttf',
        make: () => readFont(weight),
      })),
    },
    {
      title: 'Màu, cỡ chữ, khoảng cách cho người thiết kế',
      files: [
        {
          name: 'nhan-dien.json',
          label: 'Dạng JSON',
          mediaType: 'application/json',
          make: tokensJson,
        },
        { name: 'nhan-dien.css', label: 'Dạng CSS', mediaType: 'text/css', make: tokensStylesheet },
      ],
    },
  ];
}

type Look = Parameters<typeof markSvg>[0];

function svg(name: string, label: string, look: Look): Download {
  return { name, label: `${label}, SVG`, mediaType: 'image/svg+xml', make: () => markSvg(look) };
}

function png(name: string, label: string, look: Look, side: number): Download {
  return {
    name,
    label: `${label}, PNG ${side} × ${side}`,
    mediaType: 'image/png',
    make: () => markPng(markSvg(look), side),
  };
}
