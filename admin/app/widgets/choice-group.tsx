/**
 * A group of fields that belongs to one choice in another field: in sight while that is chosen, or
 * while something stands in it, so that a changed choice loses no word.
 */
import { Component, useEffect, type ComponentType, type Ref } from 'react';
import type { Map as ImmutableMap } from 'immutable';
import { useSelector } from 'react-redux';
import object from 'decap-cms-widget-object';
import type { ShownFor } from '#src/schema/field.ts';
import { isUnsaid } from '#src/schema/unsaid.ts';
import type { ControlProps } from './control.ts';

type Validate = (id: string, errors: readonly { type: string; message: string }[]) => void;

interface GroupProps extends Omit<ControlProps<ImmutableMap<string, unknown>>, 'onChange'> {
  onChange: (value: ImmutableMap<string, unknown> | undefined) => void;
  getEntry: () => ImmutableMap<string, unknown>;
  clearFieldErrors: (id: string) => void;
  /** Tells the form what is wrong with the field of that id. */
  onValidateObject: Validate;
  controlRef?: ((control: unknown) => void) | undefined;
  t: (key: string, words: object) => string;
}

/** What Decap's control for a group offers to the form. */
interface DecapGroup {
  validate: () => void;
  focus: (path: string) => void;
}

const DecapControl = object.Widget().controlComponent as ComponentType<
  GroupProps & { ref: Ref<DecapGroup> }
>;

export class ChoiceGroupControl extends Component<GroupProps> {
  private group: DecapGroup | null = null;
  /** Ids of the fields inside → whether something is wrong with them. */
  private readonly inner = new Map<string, boolean>();

  // Fields inside may change although the group's own value does not.
  override shouldComponentUpdate(): boolean {
    return true;
  }

  /** Called by Decap before it saves. */
  validate = (): void => {
    const { forID, field, value, getEntry, onValidateObject, t } = this.props;
    const { field: choice, value: own } = shownForOf(field);
    const isEmpty = isUnsaid(value?.toJS());
    const refuse = (message: string) => onValidateObject(forID, [{ type: 'PRESENCE', message }]);
    onValidateObject(forID, []);
    if (getEntry().getIn(['data', choice]) !== own) {
      // The notice over the group says what to do.
      if (!isEmpty) refuse('');
      return;
    }
    this.inner.clear();
    this.group?.validate();
    const isTold = [...this.inner.values()].includes(true);
    if (isEmpty && !isTold && field.get('required')) {
      refuse(t('editor.editorControlPane.widget.required', { fieldLabel: field.get('label') }));
    }
  };

  focus = (path: string): void => this.group?.focus(path);

  private readonly validateInner: Validate = (id, errors) => {
    this.inner.set(id, errors.length > 0);
    this.props.onValidateObject(id, errors);
  };

  /** What was wrong under another choice must not stand in the way of saving. */
  private readonly forgetErrors = (): void => {
    for (const id of [this.props.forID, ...this.inner.keys()]) this.props.clearFieldErrors(id);
    this.inner.clear();
  };

  override render() {
    return (
      <Group
        {...this.props}
        groupRef={(group) => void (this.group = group)}
        onValidateObject={this.validateInner}
        onChoice={this.forgetErrors}
      />
    );
  }
}

interface State {
  entryDraft: ImmutableMap<string, unknown>;
}

interface ShownProps extends GroupProps {
  groupRef: Ref<DecapGroup>;
  /** Called when the choice has changed. */
  onChoice: () => void;
}

function Group({ groupRef, onChoice, ...props }: ShownProps) {
  const { field: choice, value: own, otherwise } = shownForOf(props.field);
  const chosen = useSelector(({ entryDraft }: State) =>
    entryDraft.getIn(['entry', 'data', choice]),
  );
  useEffect(onChoice, [chosen]);
  // The stylesheet hides the label and the hint around this mark too.
  if (chosen !== own && isUnsaid(props.value?.toJS())) return <div className="not-chosen" />;
  return (
    <div className="choice-group">
      {chosen !== own && (
        <div className="leftover" role="alert">
          <p>{otherwise}</p>
          <button type="button" onClick={() => props.onChange(undefined)}>
            Bỏ nhóm “{String(props.field.get('label'))}”
          </button>
        </div>
      )}
      <DecapControl
        {...props}
        ref={groupRef}
        // Else fields that come into sight later would take this control's place in the form.
        controlRef={undefined}
      />
    </div>
  );
}

function shownForOf(field: ImmutableMap<string, unknown>): Omit<ShownFor, 'needed'> {
  return (field.get('shown_for') as ImmutableMap<string, unknown>).toJS() as unknown as ShownFor;
}
