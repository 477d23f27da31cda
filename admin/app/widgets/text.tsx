/** Inputs for plain text that show how many characters are left, and keep the limits. */
import { Component } from 'react';
import type { ControlProps, Validity } from './control.ts';
import { remaining, textProblem } from './limits.ts';

abstract class TextControl extends Component<ControlProps<string>> {
  /** Called by Decap before it saves. */
  isValid = (): Validity => {
    const { field, value } = this.props;
    const problem = textProblem(value ?? '', {
      min: field.get('min_length') as number | undefined,
      max: field.get('max_length') as number | undefined,
    });
    return problem ? { error: { message: `${String(field.get('label'))}: ${problem}` } } : true;
  };

  protected inputProps() {
    const { forID, value, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } =
      this.props;
    return {
      id: forID,
      className: classNameWrapper,
      value: value ?? '',
      'aria-describedby': `${forID}-count`,
      onChange: (event: { target: { value: string } }) => onChange(event.target.value),
      onFocus: setActiveStyle,
      onBlur: setInactiveStyle,
    };
  }

  protected counter() {
    const max = this.props.field.get('max_length') as number | undefined;
    if (max === undefined) return null;
    const left = remaining(this.props.value ?? '', max);
    return (
      <p id={`${this.props.forID}-count`} className="counter" data-over={left < 0 || undefined}>
        {left < 0 ? `quá ${-left} ký tự` : `còn ${left} ký tự`}
      </p>
    );
  }
}

/** One line, which wraps where it is longer than the form is wide. */
export class LineControl extends TextControl {
  override render() {
    const { onChange, ...others } = this.inputProps();
    return (
      <>
        <textarea
          rows={1}
          data-line
          {...others}
          onChange={({ target }) =>
            onChange({ target: { value: target.value.replace(/\s*[\r\n]+\s*/g, ' ') } })
          }
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
          }}
        />
        {this.counter()}
      </>
    );
  }
}

/** Several lines; the box grows with its text. */
export class ParagraphControl extends TextControl {
  override render() {
    return (
      <>
        <textarea rows={3} {...this.inputProps()} />
        {this.counter()}
      </>
    );
  }
}
