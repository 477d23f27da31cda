/** The state of an entry's draft, and the steps that may be taken from it. */
import type { About } from './about.ts';
import type { ToolbarProps, WorkflowStatus } from './toolbar-props.ts';

const stateWords: Record<WorkflowStatus, string> = {
  draft: 'Bản nháp',
  pending_review: 'Chờ duyệt',
  pending_publish: 'Sẵn sàng',
};

interface StepsProps extends ToolbarProps {
  about: About | undefined;
  /** Whether the editorial server is the back end. */
  isServed: boolean;
}

export function DraftState({ currentStatus, isNewEntry, isPublishing }: ToolbarProps) {
  if (!currentStatus) return isNewEntry ? null : <span className="state">Đã đăng</span>;
  return (
    <span className="state" data-status={currentStatus}>
      {isPublishing ? 'Đang đăng…' : stateWords[currentStatus]}
    </span>
  );
}

export function Steps(props: StepsProps) {
  const { currentStatus, hasChanged, isUpdatingStatus, isPublishing } = props;
  if (!currentStatus) return null;
  const busy = Boolean(isUpdatingStatus) || Boolean(isPublishing);
  return (
    <>
      {stepsFrom(currentStatus, props).map(({ words, take }, at) => (
        // A step concerns what is saved: with unsaved text it would say something else.
        <button
          key={words}
          type="button"
          disabled={busy || hasChanged}
          title={at === 0 ? 'Ctrl+Enter' : undefined}
          onClick={take}
        >
          {words}
        </button>
      ))}
    </>
  );
}

interface Step {
  words: string;
  take: () => void;
}

/** What can be done now. Behind a git host an approval is a review there, and no label of the CMS. */
export function stepsFrom(status: WorkflowStatus, props: StepsProps): Step[] {
  const { about, isServed, onChangeStatus, onPublish } = props;
  const may = (action: keyof About['reasons']) =>
    isServed
      ? about !== undefined && about.reasons[action] === undefined
      : action !== 'approve' && action !== 'publish';
  const submit = { words: 'Gửi duyệt', take: () => onChangeStatus('PENDING_REVIEW') };
  const takeBack = { words: 'Rút lại', take: () => onChangeStatus('DRAFT') };
  const approve = { words: 'Duyệt', take: () => onChangeStatus('PENDING_PUBLISH') };
  const publish = { words: 'Đăng', take: onPublish };
  switch (status) {
    case 'draft':
      return may('submit') ? [submit] : [];
    case 'pending_review':
      return [...(may('approve') ? [approve] : []), ...(may('takeBack') ? [takeBack] : [])];
    case 'pending_publish':
      return [...(may('publish') ? [publish] : []), ...(may('takeBack') ? [takeBack] : [])];
  }
}
