/**
 * A group of fields that belongs to one choice in another field: in sight while that is chosen, or
 * while something stands in it, so that a changed choice loses no word.
 */
import { Component, type ComponentType, type Ref } from 'react';
import type { Map } from 'immutable';
import { useSelector } from 'react-redux';
import object from 'decap-cms-widget-object';
import type { ShownFor } from '#src/schema/field.ts';
import { isUnsaid } from '#src/schema/unsaid.ts';
import type { ControlProps } from './control.ts';

interface FieldError {
  type: string;
  message: string;
  parentIds: readonly string[];
}

interface GroupProps extends Omit<ControlProps<Map<string, unknown>>, 'onChange'> {
  onChange: (value: Map<string, unknown> | undefined) => void;
  getEntry: () => Map<string, unknown>;
  parentIds: readonly string[];
  fieldsErrors: Map<string, readonly FieldError[]>;
  clearFieldErrors: (id: string) => void;
  onValidateObject: (id: string, errors: readonly FieldError[]) => void;
  t: (key: string, words: object) => string;
  controlRef?: ((control: unknown) => void) | undefined;
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

  // Fields inside may change although the group's own value does not.
  override shouldComponentUpdate(): boolean {
    return true;
  }

  /** Called by Decap before it saves. */
  validate = (): void => {
    const { forID, field, value, getEntry, onValidateObject, t } = this.props;
    const { field: choice, value: own, otherwise } = shownForOf(field);
    const isChosen = getEntry().getIn(['data', choice]) === own;
    const report = (type: string, message: string) =>
      onValidateObject(forID, [{ type, message, parentIds: this.props.parentIds }]);
    onValidateObject(forID, []);
    if (isChosen) this.group?.validate();
    else this.forgetInnerErrors();
    if (!isChosen && !isUnsaid(value?.toJS())) report('CUSTOM', otherwise);
    if (isChosen && field.get('required') && isUnsaid(value?.toJS())) {
      const words = { fieldLabel: field.get('label') };
      report('PRESENCE', t('editor.editorControlPane.widget.required', words));
    }
  };

  focus = (path: string): void => this.group?.focus(path);

  /** What was wrong in a group that is not asked for must not stand in the way of saving. */
  private forgetInnerErrors(): void {
    const { forID, fieldsErrors, clearFieldErrors } = this.props;
    fieldsErrors.forEach((errors, id) => {
      if (errors.some(({ parentIds }) => parentIds.includes(forID))) clearFieldErrors(id);
    });
  }

  override render() {
    return <Group {...this.props} groupRef={(group) => void (this.group = group)} />;
  }
}

interface State {
  entryDraft: Map<string, unknown>;
}

function Group({ groupRef, ...props }: GroupProps & { groupRef: Ref<DecapGroup> }) {
  const { field: choice, value: own, otherwise } = shownForOf(props.field);
  const chosen = useSelector(({ entryDraft }: State) =>
    entryDraft.getIn(['entry', 'data', choice]),
  );
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

function shownForOf(field: Map<string, unknown>): Omit<ShownFor, 'needed'> {
  return (field.get('shown_for') as Map<string, unknown>).toJS() as unknown as ShownFor;
}
