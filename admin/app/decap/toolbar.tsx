/**
 * Stands in for Decap's toolbar over an open entry: saving, the next step that this person may take
 * (or why not), and the ways to the server's pages. On a phone one row of it stays, and the steps and ways fold
 * out of it. Deleting and withdrawing are not here: they go
 * through review, from the page of what is published.
 */
import { useId, useState } from 'react';
import { openMenu } from '../body/block-menu.ts';
import { useAbout, useOthers } from '../editor/about.ts';
import { Heading } from '../editor/heading.tsx';
import { Notices } from '../editor/notices.tsx';
import { useKeys } from '../editor/keys.ts';
import { DraftState, Steps, stepsFrom } from '../editor/steps.tsx';
import { useReviewPlace } from '../editor/review-place.ts';
import type { ToolbarProps } from '../editor/toolbar-props.ts';
import { Ways } from '../editor/ways.tsx';
import { openEntry } from '../navigation.ts';

export default function Toolbar(props: ToolbarProps) {
  const { user, collection, currentStatus, hasChanged, isNewEntry, editorBackLink } = props;
  const { isPersisting = false, onPersist } = props;
  const [open, setOpen] = useState(false);
  const rest = useId();
  const isServed = user.role !== undefined;
  const entry = isNewEntry ? undefined : openEntry();
  const moment = `${currentStatus ?? ''}${isPersisting ? ' saving' : ''}`;
  const about = useAbout(isServed && currentStatus ? entry : undefined, moment);
  const reviewPlace = useReviewPlace();
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
      <div className="toolbar-row">
        <a className="toolbar-back" href={`#${editorBackLink}`}>
          ← <span>{String(collection.get('label'))}</span>
        </a>
        <Heading collection={collection} isNewEntry={isNewEntry} />
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
        <DraftState {...props} />
        <button
          type="button"
          className="toolbar-more"
          aria-expanded={open}
          aria-controls={rest}
          aria-label="Việc khác"
          onClick={() => setOpen(!open)}
        >
          Khác
        </button>
        <div className="toolbar-rest" id={rest} data-open={open || undefined}>
          <Steps {...props} about={about} isServed={isServed} />
          <Ways
            {...props}
            entry={entry}
            about={about}
            isServed={isServed}
            reviewPlace={reviewPlace}
          />
        </div>
      </div>
      <Notices
        about={about}
        status={currentStatus}
        others={others}
        hasChanged={hasChanged}
        reviewPlace={reviewPlace}
      />
    </header>
  );
}
