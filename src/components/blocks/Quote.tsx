import type { ReactNode } from 'react';

/** Trích nguyên văn: words of a document, with where they stand. */
export function Quote({ source, children }: { source: string; children?: ReactNode }) {
  return (
    <blockquote className="quote">
      {children}
      <footer>{source}</footer>
    </blockquote>
  );
}
