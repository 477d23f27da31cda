/** How the text could read better, told while it is written: advice, which stops nobody. */
import { useEffect, useState } from 'react';
import { useSelector } from 'react-redux';
import type { Map } from 'immutable';
import type { Advice } from '#src/checks/advice.ts';
import type { BodyFix } from '#src/schema/body.ts';
import { allTypes } from '#src/schema/index.ts';
import { backendName } from '../config.ts';
import { post } from '../server.ts';

interface AdviceListProps {
  body: string;
  onShow: (part: number) => void;
  onFix: (fix: BodyFix) => void;
}

interface State {
  config: { backend: { name: string } };
  entryDraft: Map<string, unknown>;
}

/** How long a text rests before it is looked at. */
const pause = 1200;

interface Asked {
  collection: string;
  data: Record<string, unknown>;
  body: string;
}

async function askServer(asked: Asked): Promise<readonly Advice[]> {
  const answer = await post('/api/advice', asked, { askLogin: false });
  return (answer as { advice: Advice[] }).advice;
}

/** Behind a git host: what needs no knowledge of the other files, their words and addresses. */
async function adviseHere({ collection, data, body }: Asked): Promise<readonly Advice[]> {
  const { adviceOn } = await import('#src/checks/advice.ts');
  const type = allTypes.find(({ name }) => name === collection);
  return type ? adviceOn(type, data, body, { everydayWords: [] }) : [];
}

export function AdviceList({ body, onShow, onFix }: AdviceListProps) {
  const isServer = useSelector(({ config }: State) => config.backend.name === backendName);
  const entry = useSelector(({ entryDraft }: State) => entryDraft.get('entry')) as
    Map<string, unknown> | undefined;
  const [told, setTold] = useState<{ body: string; advice: readonly Advice[] }>();
  const collection = entry?.get('collection') as string | undefined;
  const data = entry?.get('data') as Map<string, unknown> | undefined;
  useEffect(() => {
    if (!collection || !data) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      const asked = { collection, data: data.delete('body').toJS(), body };
      (isServer ? askServer(asked) : adviseHere(asked)).then(
        (advice) => isCurrent && setTold({ body, advice }),
        // Writing goes on without it; what is wrong is told at the save.
        () => isCurrent && setTold(undefined),
      );
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isServer, collection, data, body]);
  const advice = told?.advice ?? [];
  if (advice.length === 0) return null;
  return (
    <details className="body-advice">
      <summary>Gợi ý cho dễ đọc ({advice.length})</summary>
      <ul>
        {advice.map(({ label, quote, message, part, fix }, at) => (
          <li key={at}>
            {label}: <q>{quote}</q> {message}{' '}
            {part !== undefined && (
              <button type="button" onClick={() => onShow(part)}>
                Tới chỗ này
              </button>
            )}{' '}
            {/* A place is known only in the text that was looked at. */}
            {fix && told?.body === body && (
              <button type="button" onClick={() => onFix(fix)}>
                {fix.label}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
