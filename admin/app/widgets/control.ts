/** What Decap hands to a control, as far as ours use it. */
import type { Map } from 'immutable';

export interface ControlProps<Value> {
  forID: string;
  field: Map<string, unknown>;
  /** Absent until somebody typed. */
  value?: Value;
  classNameWrapper: string;
  onChange: (value: Value) => void;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
  /** Pictures chosen in the media library, by the control's id. */
  mediaPaths: Map<string, string>;
  onOpenMediaLibrary: (request: {
    controlID: string;
    forImage: boolean;
    allowMultiple: boolean;
    config: unknown;
    field: Map<string, unknown>;
  }) => void;
  onRemoveInsertedMedia: (controlID: string) => void;
  /** Makes a picture one of the draft's; resolves with what Decap did, a refusal is shown by Decap. */
  onPersistMedia: (
    file: File,
    options: { field: Map<string, unknown> },
  ) => Promise<{ payload?: { path?: string } } | undefined>;
  /** The picture at a public path, from the draft or the repository; prints as its address. */
  getAsset: (path: string, field: Map<string, unknown>) => { toString: () => string };
}

/** What `isValid` answers: true, or the message to show. */
export type Validity = true | { error: { message: string } };
