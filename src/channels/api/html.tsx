/** A body as HTML for other sites: the site's own blocks, every address whole, no script, no style. */
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { Element } from 'hast';
import type { Nodes, Parents } from 'mdast';
import { toHast, type Handler } from 'mdast-util-to-hast';
import type { ImgHTMLAttributes, ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { Figure } from '#src/components/blocks/Figure.tsx';
import { wordBlocks } from '#src/components/blocks/word-blocks.ts';
import { Download } from '#src/components/blocks/Download.tsx';
import { EntryBlock } from '#src/components/blocks/EntryBlock.tsx';
import { Gallery } from '#src/components/blocks/Gallery.tsx';
import { altText, picturesOfBlock } from '#src/schema/blocks.ts';
import { entryAddress, entryBlock } from '#src/schema/entry-block.ts';
import type { Published } from './pictures.ts';

/** How addresses of a body become whole. */
export interface BodyAddresses {
  /** Whole address of a link as it stands in the body. */
  link: (url: string) => string;
  /** The published picture behind an address of the media folder. */
  picture: (src: string) => Published;
}

/** The HTML of a body's tree. */
export function bodyHtml(tree: Nodes, { link, picture }: BodyAddresses): string {
  const Image = ({ src, alt }: ImgHTMLAttributes<HTMLImageElement>) => {
    const { url, width, height } = picture(src!);
    return <img src={url} alt={altText(alt ?? '')} width={width} height={height} loading="lazy" />;
  };
  const components = {
    ...wordBlocks,
    Figure: (props: { src: string; alt: string; caption?: string }) => (
      <Figure {...props}>
        <Image src={props.src} alt={props.alt} />
      </Figure>
    ),
    Gallery: ({ title, ...attributes }: { title: string }) => (
      <Gallery title={title}>
        {picturesOfBlock('Gallery', attributes).map(({ src, alt }) => (
          <Image key={src} src={src} alt={alt} />
        ))}
      </Gallery>
    ),
    Entry: (props: { type: string; entry: string; title: string }) => (
      <EntryBlock {...props} address={link(entryAddress(entryBlock, { ...props })!)} />
    ),
    Download: (props: { title: string; href: string; about?: string }) => (
      <Download {...props} href={link(props.href)} />
    ),
    img: Image,
    a: ({ href, children }: { href?: string; children?: ReactNode }) => (
      <a href={href && link(href)}>{children}</a>
    ),
  };
  const html = toHast(tree, {
    handlers: { mdxJsxFlowElement: block, mdxJsxTextElement: block },
  });
  const element = toJsxRuntime(html, { Fragment, jsx, jsxs, components }) as ReactElement;
  return renderToStaticMarkup(element).trim();
}

/** A block as an element of its own name, which the components above draw. */
const block: Handler = (state, node: BlockNode): Element => ({
  type: 'element',
  tagName: node.name ?? '',
  properties: Object.fromEntries(node.attributes.map(({ name, value }) => [name, String(value)])),
  children: state.all(node as Parents),
});

interface BlockNode {
  name: string | null;
  attributes: { name: string; value?: unknown }[];
}
