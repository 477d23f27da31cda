/** Decap's choice from another list of entries, without its word about a value that nobody changed. */
import type { Component } from 'react';
import { List } from 'immutable';
import decaps from 'decap-cms-widget-relation';
import { pageTypes } from '#src/schema/index.ts';
import { findNames } from '../names.ts';
import { findPublished } from '../published-names.ts';
import type { Name } from '../../list/page.ts';
import { Order } from './order.tsx';

interface Choice {
  value: string;
  label: string;
  /** The chosen entry's fields, of which our previews read nothing. */
  data: object;
}

interface Props {
  field: { get: (name: 'collection' | 'label') => string };
  value?: string | List<string>;
  onChange: (value: List<string>) => void;
}

/** What is used here of Decap's control. */
interface DecapControl extends Component<Props, { initialOptions: Choice[] }> {
  mounted: boolean;
}

const widget = decaps.Widget();
const Decaps = widget.controlComponent as new (props: Props) => DecapControl;

/**
 * Decap's control hands the value on as a change once its options are there, to give previews the
 * entry that was chosen. Ours read no such data; and after the first save of a new entry that
 * “change” reaches the form that is being left, which knows no saved text: what was just saved reads
 * “Chưa lưu”, and the steps of the review stay shut.
 */
class RelationControl extends Decaps {
  triggerInitialOnChange(): void {
    // Nothing was changed.
  }

  protected chosen(): string[] {
    const { value } = this.props;
    if (List.isList(value)) return value.toArray();
    return value ? [value] : [];
  }

  /** Shows these as what is chosen: Decap's control draws itself for what comes from its own search alone. */
  protected showChosen(initialOptions: Choice[]): void {
    if (!this.mounted) return;
    this.setState({ initialOptions });
    this.forceUpdate();
  }

  override render() {
    const { value, field, onChange } = this.props;
    const values = List.isList(value) ? value.toArray() : [];
    const nameOf = (one: string) =>
      this.state.initialOptions.find((choice) => choice.value === one)?.label ?? one;
    return (
      <>
        {super.render()}
        {values.length > 1 && (
          <Order
            label={field.get('label')}
            values={values}
            nameOf={nameOf}
            onChange={(changed) => onChange(List(changed))}
          />
        )}
      </>
    );
  }
}

/**
 * The same behind a git host: what is chosen stands there by its slug at once and by its name as soon as the site
 * gave it. Decap's control shows nothing until the host gave every entry of the other type.
 */
class HostRelationControl extends RelationControl {
  async loadInitialOptions(): Promise<void> {
    this.showChosen(named(this.chosen(), []));
    const type = pageTypes.find(({ name }) => name === this.props.field.get('collection'));
    if (!type) return;
    try {
      const { names } = await findPublished(type.name, '', '');
      this.showChosen(named(this.chosen(), names));
    } catch (error) {
      // The slugs stay.
      console.warn(error);
    }
  }
}

/** Each slug by its name, where there is one. */
function named(slugs: readonly string[], names: readonly Name[]): Choice[] {
  return slugs.map((value) => ({
    value,
    label: names.find(({ slug }) => slug === value)?.title ?? value,
    data: {},
  }));
}

/** Milliseconds without a key before a search is asked for. */
const pause = 250;

/**
 * The same on the editorial server, which searches: Decap's control has the back end list every entry
 * of the other type, each time.
 */
class ServedRelationControl extends RelationControl {
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** The names of what is chosen already. */
  async loadInitialOptions(): Promise<void> {
    const slugs = this.chosen();
    this.showChosen((await this.find('', slugs)).filter(({ value }) => slugs.includes(value)));
  }

  /** Called by the list of choices when it opens first, and for what is typed in it. */
  loadOptions = (term: string, callback: (choices: Choice[]) => void): void => {
    clearTimeout(this.waiting);
    const search = () => void this.find(term, []).then(callback);
    this.waiting = setTimeout(search, term === '' ? 0 : pause);
  };

  private async find(term: string, slugs: string[]): Promise<Choice[]> {
    const found = await findNames(this.props.field.get('collection'), term, slugs).catch(
      (error: unknown) => {
        // The control says that there is nothing to choose; the next key asks again.
        console.warn(error);
      },
    );
    return (found?.names ?? []).map(({ slug, title }) => ({ value: slug, label: title, data: {} }));
  }
}

/** Behind a git host. */
export const hostRelation = { ...widget, controlComponent: HostRelationControl };
/** On the editorial server. */
export const servedRelation = { ...widget, controlComponent: ServedRelationControl };
