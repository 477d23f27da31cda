/** Stands in for Decap's list of a type, which holds every entry: the editorial server's comes in pages. */
import { useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import type { Map, OrderedMap } from 'immutable';
import { loadEntries } from 'decap-cms-core/dist/esm/actions/entries.js';
import Decaps from 'decap-cms-core/dist/esm/components/Collection/Entries/EntriesCollection.js';
import { allTypes, type ContentType } from '#src/schema/index.ts';
import { firstSort } from '../../list/summary.ts';
import { ServedList, type Sort } from '../list/served-list.tsx';
import { useIsServed } from '../names.ts';

interface CollectionProps {
  collection: Map<string, unknown>;
}

export default function EntriesCollection(props: CollectionProps) {
  const isServed = useIsServed();
  const name = props.collection.get('name');
  const type = allTypes.find((one) => one.name === name);
  if (!isServed || !type || type.set === 'single') return <Decaps {...props} />;
  return <Sorted key={type.name} type={type} {...props} />;
}

interface State {
  entries: Map<string, unknown>;
}

/** In the order that Decap's choice over the list names. */
function Sorted({ type, collection }: CollectionProps & { type: ContentType }) {
  const dispatch = useDispatch();
  const chosen = useSelector(
    ({ entries }: State) =>
      entries.getIn(['sort', type.name]) as OrderedMap<string, Map<string, string>> | undefined,
  )?.find((field) => field.get('direction') !== 'None');
  // Decap holds no entries of it, but then its choice says how the list is sorted.
  useEffect(() => void dispatch(loadEntries(collection)), [type]);
  const sort: Sort = chosen
    ? {
        field: String(chosen.get('key')),
        order: chosen.get('direction') === 'Descending' ? 'desc' : 'asc',
      }
    : firstSort(type);
  return <ServedList type={type} sort={sort} />;
}
