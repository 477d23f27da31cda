import type { ImageMetadata } from 'astro';
import { answer, note } from '#src/page-reads.ts';

const files = import.meta.glob<ImageMetadata>('/content/media/*.{jpg,jpeg,png,webp,avif}', {
  import: 'default',
});

/** What `import` gives in a build: reading any property but `clone` makes Astro publish the original. */
type Imported = ImageMetadata & { clone?: ImageMetadata };

/**
 * The picture behind an address such as `/media/le-phat-dong.webp`, for Astro's image service, and
 * its width in pixels. Read nothing else from `image`: an original must stay unpublished, for a
 * phone's photo tells where it was taken.
 */
export async function mediaImage(src: string): Promise<{ image: ImageMetadata; width: number }> {
  note('media', src);
  const load = files[`/content${src}`];
  if (!load) {
    throw new Error(
      `Không thấy ảnh ${src} trong content/media. Hãy tải ảnh lên hoặc sửa đường dẫn.`,
    );
  }
  const image: Imported = await load();
  return { image, width: (image.clone ?? image).width };
}

// The address of the original holds a digest of it.
answer('media', async (src: string) => {
  const image: Imported | undefined = await files[`/content${src}`]?.();
  return image && (image.clone ?? image).src;
});
