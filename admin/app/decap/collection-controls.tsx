/** Stands in for Decap's controls over a list: the order alone, for the list itself can be narrowed. */
import type { OrderedMap, Map } from 'immutable';

type Direction = 'Ascending' | 'Descending' | 'None';

interface ControlsProps {
  sortableFields: readonly { key: string; label: string }[];
  sort: OrderedMap<string, Map<string, string>> | undefined;
  onSortClick: (key: string, direction: Direction) => void;
}

const directions: readonly [Direction, string][] = [
  ['Ascending', 'tăng dần'],
  ['Descending', 'giảm dần'],
];

export default function CollectionControls({ sortableFields, sort, onSortClick }: ControlsProps) {
  const chosen = sort?.find((field) => field.get('direction') !== 'None');
  return (
    <label className="list-order">
      Xếp theo
      <select
        value={chosen ? `${chosen.get('key')} ${chosen.get('direction')}` : ''}
        onChange={({ target }) => {
          const [key = '', direction] = target.value.split(' ');
          onSortClick(key, direction as Direction);
        }}
      >
        {!chosen && <option value="">Như đã ghi</option>}
        {sortableFields.flatMap(({ key, label }) =>
          directions.map(([direction, words]) => (
            <option key={key + direction} value={`${key} ${direction}`}>
              {label}, {words}
            </option>
          )),
        )}
      </select>
    </label>
  );
}
