/** From an open entry to its pages: the real page, the site, the review, what else can be done. */
import { useEffect } from 'react';
import type { Map } from 'immutable';
import { useSelector } from 'react-redux';
import { hanoiDay } from '#src/time/hanoi.ts';
import { type Life } from '#src/schema/in-force.ts';
import { kitAddress } from '#src/model/share-kit.ts';
import { allTypes } from '#src/schema/index.ts';
import type { OpenEntry } from '../navigation.ts';
import type { ReviewPlace } from '../hosts.ts';
import type { About } from './about.ts';
import type { ToolbarProps } from './toolbar-props.ts';

interface State {
  entryDraft: Map<string, unknown>;
}

interface WaysProps extends ToolbarProps {
  entry: OpenEntry | undefined;
  about: About | undefined;
  isServed: boolean;
  reviewPlace: ReviewPlace | undefined;
}

export function Ways(props: WaysProps) {
  const { entry, about, isServed, reviewPlace, currentStatus, collection, isDeleting } = props;
  const preview = usePreviewAddress(props);
  const life = useLife();
  if (!entry) return null;
  const key = `${entry.collection}/${entry.slug}/`;
  const type = allTypes.find(({ name }) => name === entry.collection);
  const address = type?.address?.(entry.slug);
  const kit = type && kitAddress({ type: type.name, slug: entry.slug }, life, hanoiDay(new Date()));
  const mayDiscard = currentStatus && !(isServed && (!about || about.reasons.discard));
  return (
    <div className="ways">
      {currentStatus && preview && (
        <Way address={preview} words="Xem trang thật" keys="Ctrl+Shift+E" />
      )}
      {!currentStatus && address && <Way address={address} words="Xem trên trang" />}
      {!currentStatus && kit && <Way address={kit} words="Bộ chia sẻ" />}
      {isServed && currentStatus && <Way address={`/admin/duyet/${key}`} words="Trang duyệt" />}
      {reviewPlace && currentStatus && currentStatus !== 'draft' && (
        <Way address={reviewPlace.address} words={`Duyệt ở ${reviewPlace.host}`} />
      )}
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

/** What the open form says of the entry's life. */
function useLife(): Life {
  const data = useSelector(({ entryDraft }: State) => entryDraft.getIn(['entry', 'data']));
  return data ? (data as Map<string, unknown>).toJS() : {};
}

function Way({ address, words, keys }: { address: string; words: string; keys?: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer" title={keys}>
      {words}
    </a>
  );
}

/** The server's own address of the draft's page; a git host's is made by Decap, and takes a while. */
function usePreviewAddress(props: WaysProps): string | undefined {
  const { isServed, entry, about, currentStatus, deployPreview, loadDeployPreview } = props;
  // Of what is published Decap may not have the text yet, and none is shown.
  const isHosted = entry !== undefined && !isServed && currentStatus !== undefined;
  useEffect(() => {
    if (isHosted) loadDeployPreview({ maxAttempts: 24 });
    // Decap makes a new function each time it draws.
  }, [isHosted]);
  return isServed ? about?.preview : deployPreview?.url;
}
