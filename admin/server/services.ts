/** Everything behind the HTTP server, opened on one data folder. */
import { join } from 'node:path';
import { copyCaches } from './build/build-caches.ts';
import { Builder, type BuildCommand } from './build/builder.ts';
import { ReleaseSender } from './build/release-sender.ts';
import { systemClock, type Clock } from './machine/clock.ts';
import { Drafts } from './workflow/drafts.ts';
import { cacheFolder } from '#src/build-cache.ts';
import { rulesOf } from '#src/checks/kept-reads.ts';
import { Advisor } from './content/advisor.ts';
import { shareReads } from './content/content-reads.ts';
import { LiveEntries } from './content/live-entries.ts';
import { Health } from './machine/health.ts';
import type { HostSettings } from './hosts/setting.ts';
import { openDataDir, setDataAccess } from './machine/data-access.ts';
import { assertDataVersion } from './machine/data-version.ts';
import { clearAfterCrash, lockDataDir } from './machine/lock.ts';
import { createQueue } from './machine/queue.ts';
import { openPeople, type People } from './people/open.ts';
import { Previews } from './preview/preview.ts';
import { Notices } from './notices/notices.ts';
import { noticeEvents } from './notices/events.ts';
import { Missed } from './notices/missed.ts';
import { NoticeRounds } from './notices/rounds.ts';
import type { NoticeSettings } from './notices/settings.ts';
import { Publisher } from './workflow/publish.ts';
import { Remote, type RemoteSettings } from './git/remote.ts';
import { RecordingStore } from './recordings/store.ts';
import { openRepository } from './git/repository.ts';
import type { Target } from '../release/target.ts';
import type { RunProgram } from './git/process.ts';
import { Scheduler } from './workflow/schedule.ts';
import { Workflow } from './workflow/workflow.ts';
import { Watch } from './git/watch.ts';

export interface Services extends People {
  drafts: Drafts;
  builder: Builder;
  publisher: Publisher;
  workflow: Workflow;
  scheduler: Scheduler;
  advisor: Advisor;
  previews: Previews;
  recordings: RecordingStore;
  allowedHosts: ReadonlySet<string>;
  hosts: HostSettings;
  dataDir: string;
  /** The site's own address, when it was set. */
  siteUrl: string | undefined;
  /** Addresses of the proxies whose word about the reader's address counts. */
  trustProxy: readonly string[];
  /** What the person who starts the server should know, in Vietnamese. */
  messages: readonly string[];
  /** What is wrong at this moment. */
  health: Health;
  watch: Watch;
  /** What people are told. */
  notices: Notices;
  /** What is told without a request that caused it. */
  rounds: NoticeRounds;
  remote: Remote | undefined;
  /** Serves the site where nothing is served yet: whole when most of it is drawn already, else its pages first. */
  serveFirst: () => Promise<void>;
  /** Begins what the server does by itself, beside the requests that it answers. */
  start: () => void;
  /** Ends everything that is under way and gives the data folder back. */
  close: () => Promise<void>;
}

export interface ServiceOptions {
  dataDir: string;
  /** The engineers' git checkout, which is only read. */
  checkout: string;
  allowedHosts: ReadonlySet<string>;
  siteUrl?: string | undefined;
  /** Which back end the CMS has; this server when absent. */
  hosts?: HostSettings;
  /** None when absent: the address of a request is that of its connection. */
  trustProxy?: readonly string[];
  /** A second repository to keep alike; none when absent. */
  gitRemote?: RemoteSettings | undefined;
  /** Other places that get each release. */
  releaseTargets?: readonly Target[] | undefined;
  /** Where notices go beside the CMS; nowhere when absent. */
  notices?: NoticeSettings | undefined;
  /** How git is run; from this process when absent. */
  run?: RunProgram | undefined;
  /** How far builds stand back behind editors, from 0 to 19; not at all when absent. */
  buildNiceness?: number | undefined;
  /** Most bytes of memory that a build may take; a share of the machine's when absent. */
  buildMemory?: number | undefined;
  /** Builds the site in place of Astro. */
  buildCommand?: BuildCommand | undefined;
  /** Most bytes of one recording; 500 MB when absent. */
  recordingLimit?: number | undefined;
  /** The machine's own when absent. */
  clock?: Clock;
}

/** Ten hours of speech, or an hour of film for phones. */
const defaultRecordingLimit = 500 * 1024 * 1024;

/** Where the server's code stands, wherever it was started from. */
const codeRoot = join(import.meta.dirname, '../..');

export async function openServices(options: ServiceOptions): Promise<Services> {
  const { dataDir, checkout, allowedHosts, siteUrl, buildCommand: command } = options;
  await openDataDir(dataDir);
  const unlock = await lockDataDir(dataDir);
  await clearAfterCrash(dataDir);
  await assertDataVersion(dataDir);
  const { git, messages } = await openRepository(
    join(dataDir, 'repository.git'),
    checkout,
    options.run,
  );
  const people = await openPeople(dataDir);
  const recordings = new RecordingStore(
    join(dataDir, 'recordings'),
    options.recordingLimit ?? defaultRecordingLimit,
  );
  await recordings.open();
  const modules = join(checkout, 'node_modules');
  const { dir: recordingsDir } = recordings;
  // One build at a time: two would need twice the memory.
  const buildsInTurn = createQueue();
  const builder = new Builder({
    git,
    dataDir,
    modules,
    siteUrl,
    recordingsDir,
    command,
    niceness: options.buildNiceness,
    memoryLimit: options.buildMemory,
  });
  await builder.open();
  // An engineer's own build has drawn most of it already.
  const isDrawn = await copyCaches(checkout, join(dataDir, 'build'));
  shareReads(git, { folder: join(dataDir, 'build', cacheFolder), rules: rulesOf(codeRoot) });
  const drafts = new Drafts(git);
  const publisher = new Publisher(drafts, builder, buildsInTurn);
  const { clock = systemClock } = options;
  const { accounts, audit } = people;
  const live = new LiveEntries(git, join(dataDir, 'live-entries.json'));
  const scheduler = new Scheduler({ drafts, live, publisher, builder, accounts, clock });
  const onChange = () => void scheduler.wake();
  const workflow = new Workflow({ drafts, live, publisher, audit, now: clock.now, onChange });
  const previews = new Previews(drafts, {
    dataDir,
    modules,
    inTurn: buildsInTurn,
    siteUrl,
    recordingsDir,
    command,
    niceness: options.buildNiceness,
    memoryLimit: options.buildMemory,
  });
  await previews.builds.open();
  const notices = new Notices({
    dataDir,
    accounts,
    clock,
    settings: options.notices ?? {},
    siteUrl,
  });
  await notices.load();
  noticeEvents({ ...people, notices, drafts, publisher, builder });
  const missed = new Missed({ dataDir, drafts, publisher, notices, clock });
  const rounds = new NoticeRounds({ dataDir, notices, accounts, drafts, live, missed, clock });
  await setDataAccess(dataDir);
  const { hosts = { backend: { name: 'server' } }, trustProxy = [], gitRemote } = options;
  const { releaseTargets: targets = [] } = options;
  const health = new Health();
  const { inTurn } = publisher;
  const remote = gitRemote && new Remote({ ...gitRemote, git, health, inTurn });
  const wake = () => remote?.wake();
  git.onUpdate = wake;
  const sender = new ReleaseSender({
    targets,
    builder,
    health,
    dataDir,
    niceness: options.buildNiceness,
  });
  const watch = new Watch({ git, publisher, builder, health, dataDir, onMove: wake });
  return {
    ...people,
    drafts,
    builder,
    publisher,
    workflow,
    scheduler,
    advisor: new Advisor(git, live),
    previews,
    recordings,
    allowedHosts,
    hosts,
    dataDir,
    siteUrl,
    trustProxy,
    messages,
    health,
    watch,
    notices,
    rounds,
    remote,
    serveFirst: () => (isDrawn ? publisher.refresh() : publisher.servePages()),
    start: () => {
      watch.start();
      void scheduler.start();
      remote?.start();
      sender.start();
      builder.onServed = () => sender.wake();
      notices.outbox.start();
      rounds.start();
    },
    close: async () => {
      watch.close();
      const schedulerDone = scheduler.close();
      builder.close();
      previews.builds.close();
      await Promise.all([schedulerDone, remote?.close(), sender.close(), rounds.close()]);
      await notices.close();
      git.close();
      await unlock();
    },
  };
}
