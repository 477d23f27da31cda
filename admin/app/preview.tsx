/** The live preview beside the form, in the site's own styles and with its own blocks. */
import { Suspense, lazy } from 'react';
import type { CMS, PreviewTemplateComponentProps } from 'decap-cms-core';
import { hasKit } from '#src/model/share-kit.ts';
import { allTypes } from '#src/schema/index.ts';
import { words } from '#src/text/vi.ts';
import { inRepository } from './media.ts';
import styles from './preview.css?inline';

// Drawn with the site's own templates, which only those need who have an entry open.
const BodyPreview = lazy(() => import('./body/preview.tsx'));
const Block = lazy(() => import('./preview/block.tsx'));
const Pictures = lazy(() => import('./preview/pictures.tsx'));

/** Registers the preview for every type that has pages. */
export function registerPreviews(cms: CMS): void {
  cms.registerPreviewStyle(styles, { raw: true });
  for (const type of allTypes.filter(({ address }) => address)) {
    cms.registerPreviewTemplate(type.name, EntryPreview);
  }
}

interface EntryData {
  title?: string;
  summary?: string;
  keyPoints?: string[];
  actions?: { what?: string; where?: string }[];
  body?: string;
}

function EntryPreview(props: PreviewTemplateComponentProps) {
  const { entry, collection, getAsset } = props;
  const data = plainData(entry);
  const type = allTypes.find(({ name }) => name === collection.get('name'))?.name;
  const addressOf = (path: string) => getAsset(inRepository(path)).url;
  return (
    <main className="wrap narrow preview" aria-label="Xem trước">
      <h1>{data.title ?? 'Chưa có tiêu đề'}</h1>
      {data.summary && <p className="lead">{data.summary}</p>}
      {type === 'infographic' && (
        <Suspense fallback={null}>
          <Block {...props} />
        </Suspense>
      )}
      {data.keyPoints && data.keyPoints.length > 0 && (
        <section className="box key-points">
          <h2>{words.article.keyPoints}</h2>
          <ul>
            {data.keyPoints.map((point, index) => (
              <li key={index}>{point}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="prose">
        <Suspense fallback={null}>
          <BodyPreview body={data.body ?? ''} addressOf={addressOf} />
        </Suspense>
      </div>
      {data.actions && data.actions.length > 0 && (
        <section className="part box actions">
          <h2>{words.article.actions}</h2>
          <ol>
            {data.actions.map(({ what, where }, index) => (
              <li key={index}>
                {what}
                {where && (
                  <span className="kicker soft">
                    {words.article.where} {where}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {type && hasKit(type) && (
        <Suspense fallback={null}>
          <Pictures {...props} type={type} />
        </Suspense>
      )}
    </main>
  );
}

function plainData(entry: PreviewTemplateComponentProps['entry']): EntryData {
  return (entry.get('data') as { toJS: () => EntryData }).toJS();
}
