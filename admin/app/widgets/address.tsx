/** An entry's slug: made from the title, the editor's to change until the first save, then fixed. */
import { Component } from 'react';
import type { Map } from 'immutable';
import { allTypes } from '#src/schema/index.ts';
import { isSlug } from '#src/schema/slug.ts';
import { slugOf } from '../slug.ts';
import type { ControlProps, Validity } from './control.ts';

interface AddressProps extends ControlProps<string> {
  entry: Map<string, unknown>;
  collection: Map<string, unknown>;
}

export class AddressControl extends Component<AddressProps> {
  // The suggestion follows the title, which is another field's value.
  override shouldComponentUpdate(): boolean {
    return true;
  }

  /** Called by Decap before it saves. */
  isValid = (): Validity => {
    const { entry, field } = this.props;
    const slug = this.slug();
    if (!entry.get('newRecord') || slug === '' || isSlug(slug)) return true;
    const rule = 'chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ nop-ho-so-o-nha.';
    return { error: { message: `${String(field.get('label'))}: ${rule}` } };
  };

  private slug(): string {
    const { entry } = this.props;
    const data = entry.get('data') as Map<string, unknown>;
    return entry.get('newRecord') ? slugOf(data) : String(entry.get('slug'));
  }

  override render() {
    const { forID, entry, collection, classNameWrapper, onChange } = this.props;
    const slug = this.slug();
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
          onFocus={this.props.setActiveStyle}
          onBlur={this.props.setInactiveStyle}
        />
        <p id={`${forID}-address`} className="counter">
          {address ? `Địa chỉ của trang: ${address}` : 'Địa chỉ sẽ được đặt theo tiêu đề.'}
        </p>
      </>
    );
  }
}
