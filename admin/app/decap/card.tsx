/**
 * Stands in for Decap's card on the board: the summary in place of the raw text. What may be done
 * with the entry stands in the editor, where the rules are known.
 */
import { useSelector } from 'react-redux';
import type { Map } from 'immutable';

interface CardProps {
  collectionLabel: string;
  title?: string;
  /** Such as `collections/article/entries/x?ref=workflow`. */
  editLink: string;
  /** Day of the last change, in words. */
  timestamp: string;
  /** Everybody who wrote part of it. */
  postAuthor?: string;
}

interface State {
  editorialWorkflow: Map<string, unknown>;
}

export default function WorkflowCard(props: CardProps) {
  const { collectionLabel, title, editLink, timestamp, postAuthor } = props;
  const [, collection = '', slug = ''] =
    /collections\/([^/]+)\/entries\/([^?]+)/.exec(editLink) ?? [];
  const summary = useSelector(({ editorialWorkflow }: State) =>
    editorialWorkflow.getIn(['entities', `${collection}.${slug}`, 'data', 'summary']),
  );
  return (
    <a className="board-card" href={`#/${editLink}`}>
      <span className="board-kind">{collectionLabel}</span>
      <strong>{title || slug}</strong>
      <span>{[timestamp, postAuthor].filter(Boolean).join(', ')}</span>
      {typeof summary === 'string' && <span className="board-summary">{summary}</span>}
    </a>
  );
}
