/** Listens to what happens in the server and has people told of it. */
import type { Authenticator } from '../accounts/authenticate.ts';
import type { Builder } from '../build/builder.ts';
import { readQueueItem } from '../review/change-view.ts';
import { draftPrefix } from '../workflow/draft-history.ts';
import type { Drafts } from '../workflow/drafts.ts';
import type { Publisher } from '../workflow/publish.ts';
import type { Message } from './kinds.ts';
import type { Notices } from './notices.ts';
import { isWorthHearing, noticesOfStep, noticesOfPublication } from './workflow-notices.ts';

interface Sources {
  notices: Notices;
  drafts: Drafts;
  publisher: Publisher;
  builder: Builder;
  authenticator: Authenticator;
}

const buildFailed: Message = {
  kind: 'build-failed',
  text: 'Không dựng được trang. Trang cũ vẫn chạy; lý do ở trang duyệt hoặc nhật ký máy chủ.',
  link: '/admin/duyet/',
};

export function noticeEvents(sources: Sources): void {
  hearWorkflow(sources);
  hearBuilds(sources);
  hearLogins(sources);
}

function hearWorkflow({ notices, drafts, publisher }: Sources): void {
  drafts.onStep = (step, id) => {
    if (!isWorthHearing(step)) return;
    const [collection = '', slug = ''] = step.ref.slice(draftPrefix.length).split('/');
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
}

function hearBuilds({ notices, builder }: Sources): void {
  // A build is tried again and again: one failure after a good one is told.
  let isFailing = false;
  builder.onBuilt((outcome) => {
    const isNews = outcome === 'failed' && !isFailing;
    isFailing = outcome === 'failed';
    if (!isNews) return;
    void notices.tellAdmins(buildFailed);
  });
}

const sessionsPage = '/admin/tai-khoan/#phien';
const dayMilliseconds = 24 * 60 * 60 * 1000;

function hearLogins({ notices, authenticator }: Sources): void {
  authenticator.onNewDevice = ({ login }, { device, address }) => {
    const text = `Tài khoản của bạn vừa đăng nhập trên một thiết bị mới: ${device}, địa chỉ ${address}. Nếu không phải bạn, hãy kết thúc phiên đó và đổi mật khẩu.`;
    void notices.tellOne(login, { kind: 'login', text, link: sessionsPage });
  };

  /** Login → when its owner was told last: who guesses all night causes one mail. */
  const told = new Map<string, number>();
  authenticator.onManyFailures = (login, address) => {
    const now = performance.now();
    if ((told.get(login) ?? -Infinity) > now - dayMilliseconds) return;
    told.set(login, now);
    const text = `Có người nhập sai mật khẩu hoặc mã của tài khoản bạn nhiều lần, từ địa chỉ ${address}. Nếu không phải bạn, hãy đổi mật khẩu và bật mã hai bước.`;
    void notices.tellOne(login, { kind: 'login', text, link: sessionsPage });
  };
}
