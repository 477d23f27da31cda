/** What an editor should know about the open entry, in whole sentences under the toolbar. */
import type { About } from './about.ts';
import type { ReviewPlace } from '../hosts.ts';
import type { WorkflowStatus } from './toolbar-props.ts';

interface NoticesProps {
  about: About | undefined;
  status: WorkflowStatus | undefined;
  /** Names of the others who have the entry open. */
  others: readonly string[];
  hasChanged: boolean;
  reviewPlace: ReviewPlace | undefined;
}

const kindWords: Record<About['kind'], string> = {
  edit: '',
  withdraw: 'Đây là đề nghị gỡ mục khỏi trang, đang qua duyệt.',
  restore: 'Đây là đề nghị khôi phục mục đã gỡ, đang qua duyệt.',
  rename: 'Mục đang chờ duyệt việc đổi mã nên chưa sửa được.',
  delete: 'Mục đang chờ duyệt việc xóa nên chưa sửa được.',
};

export function Notices({ about, status, others, hasChanged, reviewPlace }: NoticesProps) {
  const ofEntry = [
    others.length > 0 &&
      `${others.join(', ')} đang sửa mục này. Hãy hỏi nhau trước khi lưu, để không ai mất công.`,
    about && kindWords[about.kind],
  ];
  const ofSteps = [
    hasChanged &&
      status &&
      `Hãy lưu trước, rồi mới gửi duyệt${reviewPlace ? '' : ', duyệt hay đăng'}.`,
    about && nextStepReason(about, status),
    reviewPlace &&
      status &&
      status !== 'draft' &&
      `Duyệt và đăng ở ${reviewPlace.host}: người duyệt bấm “Duyệt ở ${reviewPlace.host}”, mở yêu cầu mang mã của mục này, duyệt rồi gộp.`,
  ];
  return (
    <div className="notices" role="status">
      <Sentences of={ofEntry} />
      <Sentences of={ofSteps} className="of-steps" />
    </div>
  );
}

interface SentencesProps {
  of: readonly (string | false | undefined)[];
  className?: string;
}

function Sentences({ of: sentences, className }: SentencesProps) {
  return sentences.map(
    (sentence) =>
      sentence && (
        <p key={sentence} className={className}>
          {sentence}
        </p>
      ),
  );
}

/** Why the next step towards the site is not this person's to take. */
function nextStepReason(
  { reasons }: About,
  status: WorkflowStatus | undefined,
): string | undefined {
  if (status === 'pending_review') return reasons.approve;
  return status === 'pending_publish' ? reasons.publish : undefined;
}
