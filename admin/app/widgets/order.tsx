/** The order of what was chosen from another list, by buttons: dragging asks for a mouse. */
import { useLayoutEffect, useRef, useState } from 'react';

interface OrderProps {
  /** The field's name. */
  label: string;
  values: readonly string[];
  nameOf: (value: string) => string;
  onChange: (values: string[]) => void;
}

const ways = [
  { words: 'Lên', by: -1 },
  { words: 'Xuống', by: 1 },
];

export function Order({ label, values, nameOf, onChange }: OrderProps) {
  const [told, setTold] = useState('');
  const pressed = useRef<HTMLButtonElement>(null);
  // A row that is moved in the page loses the keyboard.
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  });

  function move(from: number, by: number, button: HTMLButtonElement): void {
    const to = from + by;
    const name = nameOf(values[from]!);
    const isThere = to < 0 || to === values.length;
    const place = `${by < 0 ? 'đầu' : 'cuối'} danh sách`;
    setTold(
      isThere ? `Đã ở ${place}: ${name}` : `Chỗ thứ ${to + 1} trong ${values.length}: ${name}`,
    );
    if (isThere) return;
    pressed.current = button;
    const others = values.filter((_, at) => at !== from);
    onChange([...others.slice(0, to), values[from]!, ...others.slice(to)]);
  }

  return (
    <details className="order">
      <summary>
        Đổi thứ tự<span className="unseen">: {label}</span>
      </summary>
      <ol>
        {values.map((value, at) => (
          <li key={value}>
            <span>
              {at + 1}. {nameOf(value)}
            </span>
            {ways.map(({ words, by }) => (
              <button
                key={words}
                type="button"
                aria-label={`${words}: ${nameOf(value)}`}
                aria-disabled={values[at + by] === undefined}
                onClick={({ currentTarget }) => move(at, by, currentTarget)}
              >
                {words}
              </button>
            ))}
          </li>
        ))}
      </ol>
      <p className="unseen" role="status">
        {told}
      </p>
    </details>
  );
}
