/** What an entry's drawings take from other entries: the axes, the units, the site's settings. */
import { useEffect, useState } from 'react';
import type { PreviewTemplateComponentProps } from 'decap-cms-core';
import type { Map } from 'immutable';
import type { Entry } from '#src/load/entry.ts';
import { types, type SettingsData } from '#src/schema/index.ts';

export interface Sources {
  /** In the plan's order. */
  axes: readonly Entry<'axis'>[];
  units: readonly Entry<'unit'>[];
  settings: SettingsData;
}

export type GetCollection = PreviewTemplateComponentProps['getCollection'];

let reading: Promise<Sources> | undefined;

/** The sources, read once while the CMS is open; `undefined` until they are there. */
export function useSources(getCollection: GetCollection): Sources | undefined {
  const [sources, setSources] = useState<Sources>();
  useEffect(() => {
    reading ??= readSources(getCollection);
    reading.then(setSources, (error: unknown) => {
      // The next entry that is opened asks again.
      reading = undefined;
      console.warn(error);
    });
    // Decap makes a new function each time it draws.
  }, []);
  return sources;
}

async function readSources(getCollection: GetCollection): Promise<Sources> {
  const [axes, units, site] = await Promise.all([
    getCollection('axis'),
    getCollection('unit'),
    // Of one entry Decap gives a map, not a list, whatever its type says.
    getCollection('settings', 'site') as Promise<unknown>,
  ]);
  return {
    axes: axes.map((stored) => entryOf<Entry<'axis'>>('axis', stored)).sort(byOrder),
    units: units.map((stored) => entryOf<Entry<'unit'>>('unit', stored)),
    settings: (site as Map<string, unknown>).get('data') as SettingsData,
  };
}

function entryOf<E extends Entry<'axis' | 'unit'>>(
  type: E['type'],
  stored: Map<string, unknown>,
): E {
  const slug = String(stored.get('slug'));
  const address = types[type].address(slug);
  return { type, slug, address, data: stored.get('data'), syllables: 0 } as E;
}

function byOrder(a: Entry<'axis'>, b: Entry<'axis'>): number {
  return a.data.order - b.data.order;
}
