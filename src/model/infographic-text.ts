import type { InfographicContent } from '#src/load/infographic-content.ts';

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
        ({ name, from, to }) => `${name}. ${content.from}: ${from}. ${content.to}: ${to}`,
      );
    case 'parts':
      return content.items.map(({ name, text }) =>
        text === undefined ? name : `${name}: ${text}`,
      );
    case 'duties':
      return content.items.map(({ unit, what }) => `${unit.title}: ${what}`);
    case 'sixClear':
      return content.items.map(({ label, text }) => `${label}: ${text}`);
    case 'quote':
      return [`${content.from}: “${content.text.replaceAll('\n', ' ')}”`];
    case 'message':
      return [
        `“${content.axis.message}”${content.more ? `, ${content.more}` : ''}`,
        ...(content.note ? [content.note] : []),
        ...content.meanings,
      ];
    case 'axes':
      return content.items.map(
        ({ order, title, message }) => `Trục ${order}, ${title}: “${message}”`,
      );
  }
}

/** What stands above the statements, where the kind has such a heading; without a colon. */
export function infographicHeading(content: InfographicContent): string | undefined {
  if (content.kind === 'parts') return content.whole;
  return content.kind === 'message' ? 'Thông điệp là' : undefined;
}

/** The names in an infographic, for where what explains them has no room. */
export function infographicNames(content: InfographicContent): string[] {
  switch (content.kind) {
    case 'figures':
      return content.items.map(({ value, label }) => `${value} ${label}`);
    case 'steps':
    case 'timeline':
    case 'comparison':
    case 'parts':
      return content.items.map(({ name }) => name);
    case 'duties':
      return content.items.map(({ unit }) => unit.title);
    case 'sixClear':
      return content.items.map(({ label }) => label);
    case 'axes':
      return content.items.map(({ title }) => title);
    case 'quote':
    case 'message':
      return [];
  }
}

/** The clauses of a message, which the plan joins by dashes. */
export function messageParts(message: string): string[] {
  return message.split(' - ');
}

/** A name and what explains it, as one statement. */
function joined(name: string, text: string | undefined): string {
  return text === undefined ? name : `${name}. ${text}`;
}
