/**
 * The head of a part of the form: its name, what is missing in it, and whether it is folded. The first one
 * also lists all parts. Decap knows only fields in a row, so that a head is a field without a value, and
 * folds the fields that stand below it.
 */
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Map } from 'immutable';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { allTypes } from '#src/schema/index.ts';
import { isUnsaid } from '#src/schema/unsaid.ts';
import type { FormGroup } from '../form-groups.ts';
import type { ControlProps } from './control.ts';

interface FormGroupProps extends ControlProps<never> {
  collection: Map<string, unknown>;
}

const draft = () => store.getState().entryDraft;
const dataNow = () => draft().get('entry')?.get('data');
const errorsNow = () => draft().get('fieldsErrors');

export function FormGroupControl({ field, forID, collection }: FormGroupProps) {
  const groups = (field.get('groups') as { toJS: () => FormGroup[] }).toJS();
  const group = groups.find(({ name }) => name === field.get('group'))!;
  const isFirst = group === groups[0];
  const head = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState(group.folded);
  const data = useSyncExternalStore(store.subscribe, dataNow);
  const errors = useSyncExternalStore(store.subscribe, errorsNow);
  const type = allTypes.find(({ name }) => name === collection.get('name'))!;

  const isMissing = (name: string) => {
    const form = type.fields[name]?.form;
    // A group for one kind is asked for by itself when its kind is chosen.
    return form?.required === true && !('shownFor' in form) && isEmpty(data?.get(name));
  };
  const missingIn = ({ fields }: FormGroup) => fields.filter(isMissing).length;
  const filled = group.fields.filter((name) => !isEmpty(data?.get(name))).length;
  const missing = missingIn(group);

  useLayoutEffect(() => {
    for (const member of membersOf(head.current)) member.hidden = folded;
  }, [folded]);

  useEffect(() => {
    const wrong = fieldsWrong(errors);
    const own = wrong.find((one) => membersOf(head.current).some((member) => member.contains(one)));
    if (!own) return;
    setFolded(false);
    // The first place of the whole form, and no field that somebody is writing in.
    if (own === wrong[0] && !own.contains(document.activeElement)) {
      requestAnimationFrame(() => {
        own.scrollIntoView({ block: 'center' });
        own.focus({ preventScroll: true });
      });
    }
  }, [errors]);

  return (
    <div ref={head} className="form-group" id={forID} data-group={group.name}>
      {isFirst && (
        <nav className="form-parts" aria-label="Các phần của biểu mẫu">
          <ul>
            {groups.map((one) => (
              <li key={one.name}>
                <button type="button" onClick={() => goTo(one.name)}>
                  {one.label}
                  {missingIn(one) > 0 && <span> thiếu {missingIn(one)}</span>}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <h2>
        <button type="button" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {group.label}
        </button>
      </h2>
      <p>
        {missing > 0 ? `Còn thiếu ${missing} ô bắt buộc.` : 'Đủ các ô bắt buộc.'}{' '}
        {folded && `Đã điền ${filled}/${group.fields.length} ô.`}
      </p>
    </div>
  );
}

/** Opens a part and brings it into sight. */
function goTo(name: string): void {
  const head = document.querySelector<HTMLElement>(`.form-group[data-group="${name}"]`);
  const button = head?.querySelector<HTMLElement>('h2 button');
  if (button?.getAttribute('aria-expanded') === 'false') button.click();
  head?.querySelector('h2')?.scrollIntoView({ block: 'start' });
  button?.focus({ preventScroll: true });
}

/** The fields of a part: what stands between its head and the next one. */
function membersOf(head: HTMLElement | null): HTMLElement[] {
  const members: HTMLElement[] = [];
  let next = head?.closest('[class*="-ControlPaneContainer"] > *')?.nextElementSibling;
  while (next instanceof HTMLElement && !next.querySelector('.form-group')) {
    members.push(next);
    next = next.nextElementSibling;
  }
  return members;
}

/** The inputs that Decap found wrong, in the order of the form. */
function fieldsWrong(errors: Map<string, unknown[]> | undefined): HTMLElement[] {
  const ids = [...(errors?.keys() ?? [])].filter((id) => errors?.get(id) !== undefined);
  return ids
    .map((id) => document.getElementById(id))
    .filter((one) => one !== null)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

function isEmpty(value: unknown): boolean {
  const plain =
    typeof value === 'object' && value !== null && 'toJS' in value
      ? (value as { toJS: () => unknown }).toJS()
      : value;
  return isUnsaid(plain) || (Array.isArray(plain) && plain.every(isUnsaid));
}
