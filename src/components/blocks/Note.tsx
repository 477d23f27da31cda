import type { ReactNode } from 'react';

/** Lưu ý: one thing that is easily overlooked. */
export function Note({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="box note-box">
      <p className="note-title">{title}</p>
      {children}
    </div>
  );
}
