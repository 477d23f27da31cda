/** Puts the CMS together from its parts and starts it. */
import CMS from 'decap-cms-app';
import { registerLocale } from './locale.ts';
import { EditorialBackend } from './backend.ts';
import { backendName, makeConfig } from './config.ts';
import { registerEvents } from './events.ts';
import { registerPreviews } from './preview.tsx';
import { registerWidgets } from './widgets.ts';
import { reloadBetweenEntries } from './navigation.ts';
import './admin.css';

CMS.registerBackend(backendName, EditorialBackend);
registerLocale(CMS);
registerWidgets(CMS);
registerPreviews(CMS);
registerEvents(CMS);
reloadBetweenEntries();
const config = makeConfig({ origin: window.location.origin, now: new Date() });
// Decap's own type knows only its own back ends and widgets.
CMS.init({ config: config as never });
