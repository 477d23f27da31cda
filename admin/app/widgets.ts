/** The form's controls: Decap's own where they serve, ours for texts, pictures, the body and more. */
import type { CMS } from 'decap-cms-core';
import boolean from 'decap-cms-widget-boolean';
import datetime from 'decap-cms-widget-datetime';
import list from 'decap-cms-widget-list';
import number from 'decap-cms-widget-number';
import object from 'decap-cms-widget-object';
import select from 'decap-cms-widget-select';
import { BodyControl } from './body/control.tsx';
import { AddressControl } from './widgets/address.tsx';
import { ChoiceGroupControl } from './widgets/choice-group.tsx';
import { FormGroupControl } from './widgets/form-group.tsx';
import { PictureControl } from './widgets/picture.tsx';
import { RecordingControl } from './widgets/recording.tsx';
import { hostRelation, servedRelation } from './widgets/relation.tsx';
import { LineControl, ParagraphControl } from './widgets/text.tsx';

/** Registers every widget that a form of the schema can ask for; `isServed` says that no git host is the back end. */
export function registerWidgets(cms: CMS, isServed: boolean): void {
  const own = [
    { name: 'string', controlComponent: LineControl },
    { name: 'text', controlComponent: ParagraphControl },
    isServed ? servedRelation : hostRelation,
    { name: 'image', controlComponent: PictureControl },
    { name: 'recording', controlComponent: RecordingControl },
    { name: 'address', controlComponent: AddressControl },
    { name: 'choiceGroup', controlComponent: ChoiceGroupControl },
    { name: 'body', controlComponent: BodyControl },
    { name: 'formGroup', controlComponent: FormGroupControl },
    // Kept as it is and never shown.
    { name: 'hidden', controlComponent: () => null },
  ];
  const decaps = [boolean, datetime, list, number, object, select];
  for (const widget of [...decaps.map((each) => each.Widget()), ...own]) {
    cms.registerWidget(widget as never);
  }
}
