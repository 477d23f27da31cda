/**
 * What the ward's loudspeakers say about an entry in one, two or three minutes: the most important
 * first, whole sentences only, every word as it is read aloud.
 */
import { infographicLines } from '#src/model/infographic-text.ts';
import type { KitEntry } from '#src/model/share-kit.ts';
import type { SettingsData } from '#src/schema/index.ts';
import { spokenSections, splitSentences, type SpokenSection } from './sentences.ts';
import { readAloud } from './speller.ts';

/** Words (syllables between spaces) that a calm reader says in a minute. */
export const wordsPerMinute = 130;

export const scriptMinutes = [1, 2, 3] as const;

export type ScriptMinutes = (typeof scriptMinutes)[number];

/** What an entry's own fields only point at. */
export interface SpokenDetails {
  /** Name of the responsible unit. */
  unit?: string | undefined;
  /** The entry's text, as in its file. */
  body?: string | undefined;
}

/** The script as plain text, one paragraph a line, at most `minutes` × 130 words. */
export function loudspeakerScript(
  entry: KitEntry,
  settings: SettingsData,
  minutes: ScriptMinutes,
  details: SpokenDetails = {},
): string {
  const { opening, closing } = settings.loudspeaker ?? {};
  const first = paragraph([opening ?? '', entry.data.title]);
  const last = paragraph([unitLine(details.unit), closing ?? '']);
  let room = minutes * wordsPerMinute - countWords(first) - countWords(last);

  const middle: string[] = [];
  for (const section of sectionsOf(entry, details.body ?? '')) {
    const heading = section.heading ? sayHeading(section.heading) : '';
    const said: string[] = [];
    let left = room - countWords(heading);
    for (const sentence of section.sentences.map(saySentence)) {
      if (countWords(sentence) > left) break;
      said.push(sentence);
      left -= countWords(sentence);
    }
    const whole = said.length === section.sentences.length;
    if (said.length > 0) {
      middle.push([heading, ...said].filter(Boolean).join(' '));
      room = left;
    }
    // What comes later means less, and may lean on what was left out.
    if (!whole) break;
  }
  return [first, ...middle, last].filter(Boolean).join('\n');
}

/** Words between spaces: in Vietnamese, syllables. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function sectionsOf(entry: KitEntry, body: string): SpokenSection[] {
  const summary = { sentences: splitSentences(entry.data.summary) };
  if (entry.type === 'infographic') {
    return [summary, { sentences: infographicLines(entry.content) }, ...spokenSections(body)];
  }
  const { keyPoints, actions } = entry.data;
  return [
    summary,
    { heading: 'Điều bà con cần nhớ:', sentences: keyPoints },
    {
      heading: 'Việc bà con có thể làm:',
      sentences: actions.map(({ what, where }) =>
        where ? `${what.replace(/\.$/, '')}. Nơi làm: ${where}` : what,
      ),
    },
    ...spokenSections(body),
  ];
}

function unitLine(unit: string | undefined): string {
  return unit ? `Đơn vị trả lời bà con về nội dung này: ${unit}.` : '';
}

function paragraph(texts: readonly string[]): string {
  return texts.filter(Boolean).flatMap(splitSentences).map(saySentence).join(' ');
}

function sayHeading(text: string): string {
  return /[:?!]$/.test(text) ? capital(readAloud(text)) : saySentence(text);
}

function saySentence(text: string): string {
  const said = capital(readAloud(text).replaceAll('\n', ' '));
  return /[.?!]$/.test(said) ? said : `${said.replace(/[,;:]$/, '')}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
