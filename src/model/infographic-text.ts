import type { InfographicContent } from './infographic.ts';

/**
 * An infographic as plain text, one statement a line: for loudspeakers, captions and wherever no
 * picture can stand. The title and the summary are the entry's own and not repeated.
 */
export function infographicLines(content: InfographicContent): string[] {
  switch (content.kind) {
    case 'figures':
      return content.items.map(({ value, label, note }) => joined(`${value} ${label}`, note));
    case 'steps':
      return content.items.map(({ name, text }, index) =>
        joined(`Bước ${index + 1}: ${name}`, text),
      );
    case 'timeline':
      return content.items.map(({ when, name, text }) => joined(`${when}: ${name}`, text));
    case 'comparison':
      return content.items.map(
        (row) => `${row.name}: từ “${row.from}” (${content.from}) sang “${row.to}” (${content.to})`,
      );
    case 'parts':
      return [content.whole, ...content.items.map(({ name, text }) => joined(name, text))];
    case 'duties':
      return content.items.map(({ unit, what }) => `${unit.title}: ${what}`);
    case 'sixClear':
      return content.items.map(({ label, text }) => `${label}: ${text}`);
    case 'quote':
      return [`“${content.text}” (${content.from})`];
    case 'message':
      return [
        `“${content.axis.message}”`,
        ...(content.more ? [content.more] : []),
        ...content.meanings,
      ];
    case 'axes':
      return content.items.map(
        ({ order, title, message }) => `Trục ${order}, ${title}: “${message}”`,
      );
  }
}

/** A name and what explains it, as one statement. */
function joined(name: string, text: string | undefined): string {
  return text === undefined ? name : `${name}. ${text}`;
}
