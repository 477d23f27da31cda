/** The form's control for a body: the rich editor, or the plain text where that is safer. */
import { Component, Suspense, createRef, lazy } from 'react';
import { Map } from 'immutable';
import type { BodyFix } from '#src/schema/body.ts';

import { inRepository, onSite } from '../media.ts';
import type { ControlProps, Validity } from '../widgets/control.ts';
import { AdviceList } from './advice.tsx';
import { EditorBoundary } from './boundary.tsx';
import { PlainEditor } from './plain.tsx';
import { PictureContext, type Pictures } from './pictures.ts';
import { ProblemList, showPlace } from './problem-list.tsx';
import type { FormProblem } from './problems.ts';

// Three quarters of the editor's weight, wanted only where a body is edited.
const loadEditor = () => lazy(() => import('./rich.tsx'));
let RichEditor = loadEditor();

interface State {
  /** Why the plain text is shown in place of the rich editor; empty while the latter serves. */
  plainBecause: string;
  /** Goes up when the text is replaced from outside, so that the rich editor starts anew. */
  generation: number;
  /** A save was refused: what is wrong is shown until nothing is. */
  refused: boolean;
}

export class BodyControl extends Component<ControlProps<string>, State> {
  override state: State = { plainBecause: '', generation: 0, refused: false };

  /** The text that the editor itself last handed out. */
  private emitted = this.props.value ?? '';
  private readonly controlID = crypto.randomUUID();
  private pictureChosen: ((path: string) => void) | undefined;
  private readonly root = createRef<HTMLDivElement>();
  private rules: typeof import('./problems.ts') | undefined;

  // A picture chosen in the media library arrives by `mediaPaths`, with the value unchanged.
  override shouldComponentUpdate(): boolean {
    return true;
  }

  override componentDidMount(): void {
    void import('./problems.ts').then((rules) => {
      this.rules = rules;
      // The plain text may stand there already, and its problems are not told yet.
      this.forceUpdate();
    });
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

  private problems(): FormProblem[] {
    return this.rules?.problemsOf(this.props.value ?? '') ?? [];
  }

  /** Called by Decap before it saves: the rules of a body. The first place is shown at once. */
  isValid = (): Validity => {
    const [problem] = this.problems();
    this.setState({ refused: problem !== undefined });
    if (!problem) return true;
    showPlace(this.root.current, problem);
    return { error: { message: `Nội dung: ${problem.message}` } };
  };

  private readonly fix = (fix: BodyFix): void => {
    const text = this.rules?.fixed(this.props.value ?? '', fix);
    // Not by `change`: the rich editor has to start anew with it.
    if (text !== undefined) this.props.onChange(text);
  };

  private readonly change = (text: string): void => {
    this.emitted = text;
    this.props.onChange(text);
  };

  private readonly openAnew = (): void => {
    // React keeps what failed to load as it failed.
    RichEditor = loadEditor();
    this.setState(({ generation }) => ({ plainBecause: '', generation: generation + 1 }));
  };

  private readonly choosePicture = (): Promise<string> =>
    new Promise((resolve) => {
      this.pictureChosen = resolve;
      this.props.onOpenMediaLibrary({
        controlID: this.controlID,
        forImage: true,
        allowMultiple: false,
        config: Map(),
        field: this.props.field,
      });
    });

  private readonly addPicture = async (file: File): Promise<string | undefined> => {
    const done = await this.props.onPersistMedia(file, { field: this.props.field });
    return done?.payload?.path && onSite(done.payload.path);
  };

  override render() {
    const { forID, value = '', field, classNameWrapper, getAsset } = this.props;
    const { plainBecause, generation, refused } = this.state;
    // In the plain text, what keeps the rich editor from opening is to be seen at once.
    const problems = refused || plainBecause ? this.problems() : [];
    const problemList = problems.length > 0 && (
      <ProblemList
        problems={problems}
        onShow={(problem) => showPlace(this.root.current, problem)}
        onFix={this.fix}
      />
    );
    const advice = (
      <AdviceList
        body={value}
        onShow={(part) => showPlace(this.root.current, { part })}
        onFix={this.fix}
      />
    );
    // A new object each time: a picture's address is known only some time after it was asked for.
    const pictures: Pictures = {
      choose: this.choosePicture,
      add: this.addPicture,
      addressOf: (path) => getAsset(inRepository(path), field).toString(),
    };
    const usePlain = (reason: string) => this.setState({ plainBecause: reason });
    if (plainBecause) {
      return (
        <div className={classNameWrapper} ref={this.root}>
          <PlainEditor
            id={forID}
            value={value}
            reason={plainBecause}
            onChange={this.change}
            onRetry={this.openAnew}
          />
          {problemList}
          {advice}
        </div>
      );
    }
    return (
      <div className={classNameWrapper} ref={this.root}>
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
        {problemList}
        {advice}
      </div>
    );
  }
}
