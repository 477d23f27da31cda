/** Listens to what happens in the server and has people told of it. */
import type { Builder } from '../build/builder.ts';
import { readQueueItem } from '../review/change-view.ts';
import { draftPrefix } from '../workflow/draft-history.ts';
import type { Drafts } from '../workflow/drafts.ts';
import type { Publisher } from '../workflow/publish.ts';
import type { Message } from './kinds.ts';
import type { Notices } from './notices.ts';
import { noticesOfStep, noticesOfPublication } from './workflow-notices.ts';

interface Sources {
  notices: Notices;
  drafts: Drafts;
  publisher: Publisher;
  builder: Builder;
}

const buildFailed: Message = {
  kind: 'build-failed',
  text: 'Không dựng được trang. Trang cũ vẫn chạy; lý do ở trang duyệt hoặc nhật ký máy chủ.',
  link: '/admin/duyet/',
};

export function noticeEvents({ notices, drafts, publisher, builder }: Sources): void {
  drafts.onStep = ({ ref, action, status }, id) => {
    // Most steps are saves of a draft that waits for nobody.
    if (status === 'draft' && action !== 'send-back') return;
    const [collection = '', slug = ''] = ref.slice(draftPrefix.length).split('/');
    void notices.tell(async (accounts) => {
      const draft = await drafts.find(collection, slug);
      if (!draft) return [];
      return noticesOfStep(await readQueueItem(drafts.git, draft), id, accounts);
    });
  };

  publisher.onPublished = (published) => {
    void notices.tell(async (accounts) => {
      const { title } = await readQueueItem(drafts.git, published.draft);
      return noticesOfPublication({ ...published, title }, accounts);
    });
  };

  // A build is tried again and again: one failure after a good one is told.
  let isFailing = false;
  builder.onBuilt((outcome) => {
    const isNews = outcome === 'failed' && !isFailing;
    isFailing = outcome === 'failed';
    if (!isNews) return;
    void notices.tellAdmins(buildFailed);
  });
}
