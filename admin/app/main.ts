/** Puts the CMS together from its parts and starts it. */
import CMS from 'decap-cms-app';
import { EditorialBackend, isTaken } from './backend.ts';
import { backendName, makeConfig } from './config.ts';
import { focusWhatIsAdded } from './editor/added.ts';
import { describeFields } from './editor/described.ts';
import { keepPlace } from './editor/place.ts';
import { tellRefusedCopies } from './editor/refused.ts';
import { registerEvents } from './events.ts';
import { fetchBackendSetting, registerHost } from './hosts.ts';
import { registerLocale } from './locale.ts';
import { reloadBetweenEntries, reloadOnNewDay, showPreviewFirst } from './navigation.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { registerPreviews } from './preview.tsx';
import { dataFormat, entryFormat } from './slug.ts';
import { registerWidgets } from './widgets.ts';
import './admin.css';

const setting = await fetchBackendSetting();
const host = setting.name === 'server' ? undefined : setting;
if (host) await registerHost(CMS, host.name);
else CMS.registerBackend(backendName, EditorialBackend);

registerLocale(CMS);
registerWidgets(CMS, host === undefined);
registerPreviews(CMS);
CMS.registerCustomFormat('entry', 'mdx', entryFormat);
CMS.registerCustomFormat('data', 'yml', dataFormat);
// Behind a git host Decap itself finds a free slug.
registerEvents(CMS, {
  isTaken: host ? () => Promise.resolve(false) : isTaken,
  onFirstSave: keepPlace,
});
reloadBetweenEntries();
reloadOnNewDay(() => hanoiDay(new Date()));
focusWhatIsAdded();
describeFields();
showPreviewFirst();
tellRefusedCopies();
const { origin } = window.location;
const config = makeConfig({
  origin,
  now: new Date(),
  host,
});
// Decap's own type knows only its own back ends and widgets.
CMS.init({ config: config as never });
