/**
 * What is written in the form, as the page's heading: heard, and named in the window. It is seen on a phone, where
 * the title field soon is out of sight.
 */
import { useEffect, useRef } from 'react';
import type { Map } from 'immutable';
import { useSelector } from 'react-redux';
import { allTypes } from '#src/schema/index.ts';
import { usePageTitle } from '../page-title.ts';

interface State {
  entryDraft: Map<string, unknown>;
}

interface HeadingProps {
  collection: Map<string, unknown>;
  isNewEntry: boolean;
}

export function Heading({ collection, isNewEntry }: HeadingProps) {
  const type = allTypes.find(({ name }) => name === collection.get('name'));
  const title = useSelector(({ entryDraft }: State) =>
    entryDraft.getIn(['entry', 'data', type?.nameField ?? '']),
  );
  const kind = String(collection.get('label_singular') ?? collection.get('label'));
  const isNamed = typeof title === 'string' && title !== '';
  const before = isNamed ? `${kind}: ` : '';
  const name = isNamed ? title : isNewEntry ? `${kind} mới` : kind;
  usePageTitle(before + name);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The link that led here is gone, and the keyboard would begin anew at the top of the page in silence.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <h1 className="toolbar-title unseen" tabIndex={-1} ref={heading}>
      <span>{before}</span>
      {name}
    </h1>
  );
}
