/** What is shown when somebody else saved first: both texts stay, hers is offered as a copy. */
import { useState, type ReactNode } from 'react';
import { openDialog } from '../dialog.tsx';
import type { ServerError } from '../server.ts';
import { leaveWithoutAsking } from './leave.ts';

interface OwnText {
  /** Path of the entry's file in the repository. */
  path: string;
  /** The whole file as the editor wanted to save it. */
  raw: string;
}

/** Tells who saved when, and offers the text that was not saved. */
export async function showStale(refusal: ServerError, own: OwnText): Promise<void> {
  const answer = await openDialog<'reload'>('Người khác đã lưu trước', (close) => (
    <StaleDialog
      refusal={refusal}
      own={own}
      onReload={() => close('reload')}
      onStay={() => close()}
    />
  ));
  if (answer === 'reload') await leaveWithoutAsking();
}

/** Shows a copy that this browser kept from before somebody else saved. */
export async function showOutdated(own: OwnText): Promise<void> {
  await openDialog('Bản viết dở trên máy này đã cũ', (close) => (
    <>
      <p>Sau khi bạn viết bản này, mục đã được lưu bản khác. Trang đang mở bản mới.</p>
      <OwnCopy own={own}>
        <button type="button" className="dialog-quiet" onClick={() => close()}>
          Đóng, bỏ bản viết dở
        </button>
      </OwnCopy>
    </>
  ));
}

interface StaleDialogProps {
  refusal: ServerError;
  own: OwnText;
  onReload: () => void;
  onStay: () => void;
}

function StaleDialog({ refusal, own, onReload, onStay }: StaleDialogProps) {
  return (
    <>
      <p>{refusal.message}</p>
      {refusal.kept && (
        <p>
          <a href={`/admin/ban-giu/${refusal.kept}`} target="_blank" rel="noreferrer">
            Xem bản của tôi do máy chủ giữ
          </a>
        </p>
      )}
      <OwnCopy own={own}>
        <button type="button" onClick={onReload}>
          Mở bản mới
        </button>
        <button type="button" className="dialog-quiet" onClick={onStay}>
          Ở lại đây
        </button>
      </OwnCopy>
    </>
  );
}

/** The buttons that hand out her text, and beside them what else can be done. */
function OwnCopy({ own, children }: { own: OwnText; children: ReactNode }) {
  const [copied, setCopied] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(own.raw).then(
      () => setCopied('Đã chép. Dán được vào Word hoặc Zalo để giữ lại.'),
      () => setCopied('Trình duyệt không cho chép. Hãy bấm “Tải bản của tôi”.'),
    );
  return (
    <>
      <div className="dialog-actions">
        <button type="button" onClick={() => void copy()}>
          Chép bản của tôi
        </button>
        <a className="dialog-button" href={fileOf(own)} download={own.path.split('/').at(-1)}>
          Tải bản của tôi
        </a>
        {children}
      </div>
      <p role="status">{copied}</p>
    </>
  );
}

function fileOf({ raw }: OwnText): string {
  return `data:text/plain;charset=utf-8,${encodeURIComponent(raw)}`;
}
