/** What a list can be narrowed to: each choice only where the entries differ in it. */
import type { ContentType } from '#src/schema/index.ts';
import type { Names } from '../names.ts';
import type { Used } from '../../list/page.ts';
import { nothingWanted, standings, type Wanted } from '../../list/rows.ts';

interface FiltersProps {
  type: ContentType;
  names: Names;
  used: Used;
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

type Choice = readonly [value: string, words: string];

export function Filters({ type, names, used, wanted, onChange }: FiltersProps) {
  const choices = (name: keyof Used, all: readonly Choice[]) =>
    all.filter(([value]) => used[name].includes(value) || wanted[name] === value);
  const named = (list: Names['axes']) => list.map(({ slug, title }): Choice => [slug, title]);
  const kind = type.fields['kind']?.form;
  const kinds = kind?.widget === 'select' ? kind.options : [];
  const selects: [name: keyof Wanted, label: string, choices: readonly Choice[]][] = [
    ['standing', 'Trạng thái', choices('standing', Object.entries(standings))],
    ['axis', 'Trục', choices('axis', named(names.axes))],
    ['unit', 'Đơn vị', choices('unit', named(names.units))],
    [
      'kind',
      'Loại',
      choices(
        'kind',
        kinds.map(({ value, label }): Choice => [value, label]),
      ),
    ],
    [
      'review',
      'Rà soát',
      'reviewDate' in type.fields
        ? [
            ['due', 'Đến hạn'],
            ['soon', 'Trong 30 ngày'],
          ]
        : [],
    ],
  ];
  const isNarrowed = Object.values(wanted).some((value) => value !== '');
  return (
    <div className="list-filters" role="group" aria-label="Lọc danh sách">
      {selects
        .filter(([name, , all]) => all.length > 1 || wanted[name] !== '' || name === 'review')
        .filter(([, , all]) => all.length > 0)
        .map(([name, label, all]) => (
          <label key={name}>
            {label}
            <select
              value={wanted[name]}
              onChange={(event) => onChange({ ...wanted, [name]: event.target.value })}
            >
              <option value="">Tất cả</option>
              {all.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        ))}
      {isNarrowed && (
        <button type="button" onClick={() => onChange(nothingWanted)}>
          Bỏ lọc
        </button>
      )}
    </div>
  );
}
