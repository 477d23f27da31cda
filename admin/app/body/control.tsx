/** The form's control for a body: the rich editor, or the plain text where that is safer. */
import { Component, Suspense, lazy } from 'react';
import { Map } from 'immutable';

import { inRepository, maxPicture } from '../media.ts';
import type { ControlProps, Validity } from '../widgets/control.ts';
import { EditorBoundary } from './boundary.tsx';
import { PlainEditor } from './plain.tsx';
import { PictureContext, type Pictures } from './pictures.ts';

// Three quarters of the editor's weight, wanted only where a body is edited.
const RichEditor = lazy(() => import('./rich.tsx'));

interface State {
  /** Why the plain text is shown in place of the rich editor; empty while the latter serves. */
  plainBecause: string;
  /** Goes up when the text is replaced from outside, so that the rich editor starts anew. */
  generation: number;
}

export class BodyControl extends Component<ControlProps<string>, State> {
  override state: State = { plainBecause: '', generation: 0 };

  /** The text that the editor itself last handed out. */
  private emitted = this.props.value ?? '';
  private readonly controlID = crypto.randomUUID();
  private pictureChosen: ((path: string) => void) | undefined;
  private problems: (text: string) => string[] = () => [];

  // A picture chosen in the media library arrives by `mediaPaths`, with the value unchanged.
  override shouldComponentUpdate(): boolean {
    return true;
  }

  override componentDidMount(): void {
    void import('./problems.ts').then(({ problemsOf }) => (this.problems = problemsOf));
  }

  override componentDidUpdate(): void {
    const { value = '', mediaPaths, onRemoveInsertedMedia } = this.props;
    if (value !== this.emitted) {
      this.emitted = value;
      this.setState(({ generation }) => ({ plainBecause: '', generation: generation + 1 }));
    }
    const path = mediaPaths.get(this.controlID);
    if (path) {
      onRemoveInsertedMedia(this.controlID);
      this.pictureChosen?.(path);
      this.pictureChosen = undefined;
    }
  }

  /** Called by Decap before it saves: the rules of a body, each problem with its line. */
  isValid = (): Validity => {
    const [problem] = this.problems(this.props.value ?? '');
    return problem ? { error: { message: problem } } : true;
  };

  private readonly change = (text: string): void => {
    this.emitted = text;
    this.props.onChange(text);
  };

  private readonly choosePicture = (): Promise<string> =>
    new Promise((resolve) => {
      this.pictureChosen = resolve;
      this.props.onOpenMediaLibrary({
        controlID: this.controlID,
        forImage: true,
        allowMultiple: false,
        config: Map({ max_file_size: maxPicture }),
        field: this.props.field,
      });
    });

  override render() {
    const { forID, value = '', field, classNameWrapper, getAsset } = this.props;
    const { plainBecause, generation } = this.state;
    // A new object each time: a picture's address is known only some time after it was asked for.
    const pictures: Pictures = {
      choose: this.choosePicture,
      addressOf: (path) => getAsset(inRepository(path), field).toString(),
    };
    const usePlain = (reason: string) => this.setState({ plainBecause: reason });
    if (plainBecause) {
      return (
        <PlainEditor
          id={forID}
          className={classNameWrapper}
          value={value}
          reason={plainBecause}
          onChange={this.change}
          onRetry={() => this.setState({ plainBecause: '', generation: generation + 1 })}
        />
      );
    }
    return (
      <div className={classNameWrapper}>
        <EditorBoundary onError={usePlain}>
          <Suspense fallback={<p>Đang mở trình soạn thảo…</p>}>
            <PictureContext value={pictures}>
              <RichEditor
                key={generation}
                initial={value}
                onChange={this.change}
                onUnreadable={usePlain}
              />
            </PictureContext>
          </Suspense>
        </EditorBoundary>
      </div>
    );
  }
}
