/** What a phone shows when a reader puts the site on its home screen. */
import type { APIRoute } from 'astro';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { settings } from '#src/load/index.ts';
import { colors } from '#src/styles/tokens.ts';

export const GET: APIRoute = async () => {
  const { siteName, ward, description } = await settings();
  const manifest = {
    name: `${siteName}: ${ward}`,
    short_name: ward,
    description,
    lang: 'vi',
    start_url: '/',
    display: 'minimal-ui',
    theme_color: colors.brand,
    background_color: colors.paper,
    icons: [
      { src: '/apple-touch-icon.png', sizes: '180x180', type: 'image/png' },
      { src: '/nhan-dien/hoa-sen-nen-512.png', sizes: '512x512', type: 'image/png' },
    ],
  };
  return fileResponse(JSON.stringify(manifest), 'application/manifest+json');
};
