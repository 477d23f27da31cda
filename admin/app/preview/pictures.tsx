/** The pictures that the channels will get, and what they have no room for. */
import { useState } from 'react';
import type { PreviewTemplateComponentProps } from 'decap-cms-core';
import { pictureInput } from '#src/channels/social/input.ts';
import { Picture } from '#src/channels/social/picture.tsx';
import type { KitEntry } from '#src/model/share-kit.ts';
import { Canvas } from './canvas.tsx';
import { draftOf } from './draft.ts';
import { useFitted, type Fitted } from './fitted.ts';
import { remarks } from './remarks.ts';
import { useSources, type Sources } from './sources.ts';

/** Share of its size in pixels at which a picture is seen on a phone. */
const onPhone = 0.36;

type PreviewProps = Pick<PreviewTemplateComponentProps, 'entry' | 'getCollection' | 'document'>;

export default function Pictures({
  type,
  entry,
  getCollection,
  document,
}: PreviewProps & { type: KitEntry['type'] }) {
  const sources = useSources(getCollection);
  if (!sources) return null;
  const draft = draftOf(type, entry, sources);
  if ('missing' in draft) return type === 'infographic' ? null : <p>{draft.missing}</p>;
  return <Drawn entry={draft} sources={sources} document={document} />;
}

interface DrawnProps {
  entry: KitEntry;
  sources: Sources;
  document: Document;
}

function Drawn({ entry, sources: { axes, settings }, document }: DrawnProps) {
  const input = pictureInput(entry, { axes, settings, site: { url: settings.siteUrl } });
  const fitted = useFitted(input, document);
  const [chosen, setChosen] = useState('vuong');
  const shown = fitted.find(({ format }) => format.name === chosen);
  if (!shown) return null;
  return (
    <>
      <div className="remarks" role="status">
        <ul>
          {remarks(input.content.kind, fitted).map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      </div>
      <h2>Ảnh cho các kênh</h2>
      <div className="picture-formats" role="group" aria-label="Cỡ ảnh">
        {fitted.map(({ format: { name, label } }) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === chosen}
            onClick={() => setChosen(name)}
          >
            {label}
          </button>
        ))}
      </div>
      {'picture' in shown && <Frame {...shown} />}
    </>
  );
}

/** The picture at about the size that it has on a phone. */
function Frame({
  format: { label, width, height },
  picture,
}: Extract<Fitted, { picture: object }>) {
  return (
    <div
      className="picture"
      role="img"
      aria-label={`${label}, cỡ trên điện thoại`}
      style={{ width: width * onPhone, height: height * onPhone }}
    >
      <div style={{ width, height, transform: `scale(${onPhone})`, transformOrigin: '0 0' }}>
        <Canvas>
          <div style={{ width, height }}>
            <Picture {...picture} />
          </div>
        </Canvas>
      </div>
    </div>
  );
}
