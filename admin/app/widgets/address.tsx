/** An entry's slug: made from the title, the editor's to change until the first save, then fixed. */
import { Component } from 'react';
import type { Map } from 'immutable';
import { useSelector } from 'react-redux';
import { allTypes } from '#src/schema/index.ts';
import { isSlug } from '#src/schema/slug.ts';
import { slugOf } from '../slug.ts';
import type { ControlProps, Validity } from './control.ts';

type Entry = Map<string, unknown>;

interface AddressProps extends ControlProps<string> {
  /** The entry as it is now; Decap's `entry` is of the last time when this very field was drawn. */
  getEntry: () => Entry;
  collection: Map<string, unknown>;
}

/** A class because Decap asks its instance before it saves. */
export class AddressControl extends Component<AddressProps> {
  isValid = (): Validity => {
    const { getEntry, field } = this.props;
    const entry = getEntry();
    const slug = slugNow(entry);
    if (!entry.get('newRecord') || slug === '' || isSlug(slug)) return true;
    const rule = 'chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ nop-ho-so-o-nha.';
    return { error: { message: `${String(field.get('label'))}: ${rule}` } };
  };

  override render() {
    return <AddressField {...this.props} />;
  }
}

interface State {
  entryDraft: Map<string, Entry>;
}

/** Follows the title, which is another field's value: Decap draws a field anew for its own alone. */
function AddressField(props: AddressProps) {
  const { forID, collection, classNameWrapper, onChange } = props;
  const entry = useSelector(({ entryDraft }: State) => entryDraft.get('entry')) ?? props.getEntry();
  const slug = slugNow(entry);
  const type = allTypes.find(({ name }) => name === collection.get('name'));
  const address = slug && type?.address?.(slug);
  return (
    <>
      <input
        id={forID}
        type="text"
        className={classNameWrapper}
        value={slug}
        readOnly={!entry.get('newRecord')}
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={`${forID}-address`}
        onChange={(event) => onChange(event.target.value.normalize('NFC').toLowerCase())}
        onFocus={props.setActiveStyle}
        onBlur={props.setInactiveStyle}
      />
      <p id={`${forID}-address`} className="counter">
        {address ? `Địa chỉ của trang: ${address}` : 'Địa chỉ sẽ được đặt theo tiêu đề.'}
      </p>
    </>
  );
}

function slugNow(entry: Entry): string {
  const data = entry.get('data') as Map<string, unknown>;
  return entry.get('newRecord') ? slugOf(data) : String(entry.get('slug'));
}
