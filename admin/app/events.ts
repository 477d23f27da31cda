/** What happens to an entry before it is sent to the server. */
import type { CMS } from 'decap-cms-core';
import type { Collection, Map } from 'immutable';

/** Every text in NFC: a title typed on a Mac would else give a broken slug. */
export function registerEvents(cms: CMS): void {
  cms.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) => normalize(entry.get('data')) as Map<string, unknown>,
  });
}

/** The same value with every text in it in NFC. */
export function normalize(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (isCollection(value)) return value.map(normalize);
  return value;
}

function isCollection(value: unknown): value is Collection<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'toJS' in value && 'map' in value;
}
