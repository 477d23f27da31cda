/** Decap's choice from another list of entries, without its word about a value that nobody changed. */
import decaps from 'decap-cms-widget-relation';

const widget = decaps.Widget();
const Decaps = widget.controlComponent as new (props: unknown) => object;

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
}

export const relation = { ...widget, controlComponent: RelationControl };
