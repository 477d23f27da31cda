/**
 * Stands in for Decap's toolbar over an open entry: saving, the next step that this person may take
 * (or why not), and the ways to the server's pages. Deleting and withdrawing are not here: they go
 * through review, from the page of what is published.
 */
import { openMenu } from '../body/block-menu.ts';
import { useAbout, useOthers } from '../editor/about.ts';
import { Heading } from '../editor/heading.tsx';
import { Notices } from '../editor/notices.tsx';
import { useKeys } from '../editor/keys.ts';
import { Steps, stepsFrom } from '../editor/steps.tsx';
import type { ToolbarProps } from '../editor/toolbar-props.ts';
import { Ways } from '../editor/ways.tsx';
import { openEntry } from '../navigation.ts';

export default function Toolbar(props: ToolbarProps) {
  const { user, collection, currentStatus, hasChanged, isNewEntry, editorBackLink } = props;
  const { isPersisting = false, onPersist } = props;
  const isServed = user.role !== undefined;
  const entry = isNewEntry ? undefined : openEntry();
  const moment = `${currentStatus ?? ''}${isPersisting ? ' saving' : ''}`;
  const about = useAbout(isServed && currentStatus ? entry : undefined, moment);
  const others = useOthers(isServed ? entry : undefined);
  const [step] = currentStatus ? stepsFrom(currentStatus, { ...props, about, isServed }) : [];
  useKeys({
    s: () => {
      if (hasChanged && !isPersisting) onPersist();
    },
    // A step concerns what is saved.
    enter: () => {
      if (step && !hasChanged && !isPersisting) step.take();
    },
    'shift+e': () => {
      if (about?.preview) window.open(about.preview, '_blank', 'noreferrer');
    },
    'shift+k': () => openMenu(document),
  });
  return (
    <header className="toolbar">
      <Heading collection={collection} isNewEntry={isNewEntry} />
      <div className="toolbar-row">
        <a className="toolbar-back" href={`#${editorBackLink}`}>
          ← {String(collection.get('label'))}
        </a>
        <button
          type="button"
          className="primary"
          disabled={!hasChanged || isPersisting}
          title="Ctrl+S"
          onClick={onPersist}
        >
          {isPersisting ? 'Đang lưu…' : 'Lưu'}
        </button>
        <span className="save-state" role="status" data-unsaved={hasChanged || undefined}>
          {hasChanged ? 'Chưa lưu' : 'Đã lưu'}
        </span>
        <Steps {...props} about={about} isServed={isServed} />
        <Ways {...props} entry={entry} about={about} isServed={isServed} />
      </div>
      <Notices about={about} status={currentStatus} others={others} hasChanged={hasChanged} />
    </header>
  );
}
