/** What a folded row of a list is about: of a row that names another entry, by that entry's title. */
import { Map, type List } from 'immutable';
import { useFoundNames } from '../names.ts';

type Field = Map<string, unknown>;

interface RowNameProps {
  /** The row as Decap sums it up, with slugs. */
  text: string | undefined;
  /** The list. */
  field: Field;
  item: unknown;
}

export function RowName({ text = '', field, item }: RowNameProps) {
  const fields = field.get('fields') as List<Field> | undefined;
  const relation = fields?.find((one) => one.get('widget') === 'relation');
  const value = relation && Map.isMap(item) ? item.get(String(relation.get('name'))) : undefined;
  const slug = typeof value === 'string' ? value : '';
  const type = slug === '' ? '' : String(relation?.get('collection'));
  const { names } = useFoundNames(type, '', slug);
  const title = names.find((name) => name.slug === slug)?.title;
  const words = title === undefined ? text : text.replace(slug, () => title);
  return /[\p{L}\p{N}]/u.test(words) ? words : 'Chưa điền';
}
