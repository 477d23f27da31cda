/** From an open entry to its pages: the real page, the site, the review, what else can be done. */
import { useEffect } from 'react';
import { allTypes } from '#src/schema/index.ts';
import type { ToolbarProps } from '../decap/toolbar.tsx';
import type { OpenEntry } from '../navigation.ts';
import type { About } from './about.ts';

interface WaysProps extends ToolbarProps {
  entry: OpenEntry | undefined;
  about: About | undefined;
  isServed: boolean;
}

export function Ways(props: WaysProps) {
  const { entry, about, isServed, currentStatus, collection, isDeleting } = props;
  const preview = usePreviewAddress(props);
  if (!entry) return null;
  const key = `${entry.collection}/${entry.slug}/`;
  const address = allTypes.find(({ name }) => name === entry.collection)?.address?.(entry.slug);
  const mayDiscard = currentStatus && !(isServed && (!about || about.reasons.discard));
  return (
    <div className="ways">
      {currentStatus && preview && <Way address={preview} words="Xem trang thật" />}
      {!currentStatus && address && <Way address={address} words="Xem trên trang" />}
      {isServed && currentStatus && <Way address={`/admin/duyet/${key}`} words="Trang duyệt" />}
      {isServed && !currentStatus && address && (
        <Way address={`/admin/da-dang/${key}`} words="Gỡ, đổi mã, xóa" />
      )}
      {collection.get('create') === true && !currentStatus && (
        <button type="button" className="quiet" onClick={props.onDuplicate}>
          Chép thành mục mới
        </button>
      )}
      {mayDiscard && (
        <button type="button" className="quiet" onClick={props.onDeleteUnpublishedChanges}>
          {isDeleting ? 'Đang bỏ…' : 'Bỏ bản nháp'}
        </button>
      )}
    </div>
  );
}

function Way({ address, words }: { address: string; words: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}

/** The server's own address of the draft's page; a git host's is made by Decap, and takes a while. */
function usePreviewAddress(props: WaysProps): string | undefined {
  const { isServed, entry, about, deployPreview, loadDeployPreview } = props;
  const isHosted = entry !== undefined && !isServed;
  useEffect(() => {
    if (isHosted) loadDeployPreview({ maxAttempts: 24 });
    // Decap makes a new function each time it draws.
  }, [isHosted]);
  return isServed ? about?.preview : deployPreview?.url;
}
