/** Stands in for Decap's search, which loads every entry of every type: the editorial server searches. */
import Decaps from 'decap-cms-core/dist/esm/components/Collection/Entries/EntriesSearch.js';
import { ServedSearch } from '../list/served-list.tsx';
import { useIsServed } from '../names.ts';

export default function EntriesSearch(props: { searchTerm: string }) {
  const { searchTerm } = props;
  return useIsServed() ? (
    <ServedSearch key={searchTerm} term={searchTerm} />
  ) : (
    <Decaps {...props} />
  );
}
