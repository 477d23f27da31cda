/** An infographic as its page shows it, while it is being filled in. */
import type { PreviewTemplateComponentProps } from 'decap-cms-core';
import { Infographic } from '#src/components/infographic/Infographic.tsx';
import { followOne } from '#src/load/follow.ts';
import { draftInfographic } from './draft.ts';
import { useSources } from './sources.ts';

type BlockProps = Pick<PreviewTemplateComponentProps, 'entry' | 'getCollection'>;

export default function Block({ entry, getCollection }: BlockProps) {
  const sources = useSources(getCollection);
  if (!sources) return null;
  const draft = draftInfographic(entry, sources);
  if ('missing' in draft) return <p className="soft">{draft.missing}</p>;
  const { axis } = draft.data;
  const order = axis && followOne(sources.axes, axis).data.order;
  return (
    <div {...(order && { className: `axis-${order}` })}>
      <Infographic content={draft.content} />
    </div>
  );
}
