import { HtmlValidate } from 'html-validate';
import type { Finding } from '../../schema/finding.ts';
import { pageFinding, type Dist } from './rule.ts';

/** Valid HTML by html-validate's recommended rules, less matters of style that a compressor decides. */
export async function html({ pages }: Dist): Promise<Finding[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'long-title': 'off',
      'no-raw-characters': ['error', { relaxed: true }],
      // HTML lets an id begin with a digit, as that of an editor's heading “1. …” does.
      'valid-id': ['error', { relaxed: true }],
      // A telephone number is shown as the ward writes it.
      'tel-non-breaking': 'off',
      // The mark-up of a list without bullets needs role="list" for VoiceOver.
      'no-redundant-role': 'off',
    },
  });
  const findings: Finding[] = [];
  for (const page of pages) {
    const { results } = await validator.validateString(page.html, page.file);
    for (const { line, message, ruleId } of results.flatMap((result) => result.messages)) {
      findings.push(pageFinding(page, 'html', `HTML: ${message} (${ruleId})`, line));
    }
  }
  return findings;
}
