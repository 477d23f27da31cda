/**
 * What the ward's loudspeakers say about an entry in one, two or three minutes: the most important
 * first, whole sentences only, every word as it is read aloud.
 */
import { outlineOf } from '#src/model/outline.ts';
import type { KitEntry } from '#src/model/share-kit.ts';
import type { SettingsData } from '#src/schema/index.ts';
import type { OutlineSection } from '#src/schema/type.ts';
import { splitSentences } from '#src/text/sentences.ts';
import { spokenSections, type SpokenSection } from './sentences.ts';
import { readAloud } from './speller.ts';

/** Words (syllables between spaces) that a calm reader says in a minute. */
export const wordsPerMinute = 130;

export const scriptMinutes = [1, 2, 3] as const;

export type ScriptMinutes = (typeof scriptMinutes)[number];

export const longestMinutes = scriptMinutes[2];

/** A script as plain text, one paragraph a line. */
export interface Script {
  /** The time that it keeps to. */
  minutes: ScriptMinutes;
  /** The time that it takes, to ten seconds. */
  seconds: number;
  text: string;
}

/** What an entry's own fields only point at. */
export interface SpokenDetails {
  /** Name of the responsible unit. */
  unit?: string | undefined;
  /** The entry's text, as in its file. */
  body?: string | undefined;
}

/** The scripts of an entry, shortest first: none is offered that says no more than the one before. */
export function loudspeakerScripts(
  entry: KitEntry,
  settings: SettingsData,
  details: SpokenDetails = {},
): Script[] {
  // Spelling is what costs time; every length is cut from the same spelled sentences.
  const spoken = speak(entry, settings, details);
  return scriptMinutes
    .map((minutes) => ({ minutes, text: cut(spoken, minutes * wordsPerMinute) }))
    .filter(({ text }, index, all) => text !== all[index - 1]?.text)
    .map((script) => ({ ...script, seconds: secondsToSay(script.text) }));
}

/** Words between spaces: in Vietnamese, syllables. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** An entry with every word as it is read aloud. */
interface SpokenEntry {
  first: string;
  middle: (SpokenSection & { heading: string })[];
  last: string;
}

function speak(
  entry: KitEntry,
  settings: SettingsData,
  { unit, body }: SpokenDetails,
): SpokenEntry {
  const { opening = '', closing = '' } = settings.loudspeaker ?? {};
  return {
    first: sayParagraph([opening, entry.data.title]),
    middle: sectionsOf(entry, body ?? '').map(({ heading, sentences, inShort }) => ({
      heading: heading ? sayHeading(heading) : '',
      sentences: sentences.map(saySentence),
      ...(inShort !== undefined && { inShort: saySentence(inShort) }),
    })),
    last: sayParagraph([unit ? `Bà con cần hỏi thêm, xin hỏi ${unit}.` : '', closing]),
  };
}

/** The opening, as much of the middle as fits, and the closing: at most `words` words. */
function cut({ first, middle, last }: SpokenEntry, words: number): string {
  let room = words - countWords(first) - countWords(last);
  const paragraphs: string[] = [];
  for (const { heading, sentences, inShort } of middle) {
    const fitting = firstThatFit(sentences, room - countWords(heading));
    const whole = fitting.length === sentences.length;
    if (whole || (fitting.length > 0 && inShort === undefined)) {
      paragraphs.push([heading, ...fitting].filter(Boolean).join(' '));
    } else if (inShort !== undefined && countWords(inShort) <= room) {
      paragraphs.push(inShort);
    }
    // What comes later means less, and may lean on what was left out.
    if (!whole) break;
    room -= countWords(paragraphs.at(-1)!);
  }
  return [first, ...paragraphs, last].filter(Boolean).join('\n');
}

/** The first sentences that have at most `words` words together. */
function firstThatFit(sentences: readonly string[], words: number): readonly string[] {
  let left = words;
  const end = sentences.findIndex((sentence) => (left -= countWords(sentence)) < 0);
  return end < 0 ? sentences : sentences.slice(0, end);
}

function secondsToSay(text: string): number {
  return Math.round((countWords(text) * 6) / wordsPerMinute) * 10;
}

function sectionsOf(entry: KitEntry, body: string): SpokenSection[] {
  return [
    { sentences: splitSentences(entry.data.summary) },
    ...outlineOf(entry).map(sayable),
    ...spokenSections(body),
  ];
}

function sayable({ heading, spoken, items, inShort, names }: OutlineSection): SpokenSection {
  if (names && inShort !== undefined) return { sentences: [inShort] };
  return {
    heading: spoken ?? `${heading}:`,
    sentences: items,
    ...(inShort !== undefined && { inShort }),
  };
}

function sayParagraph(texts: readonly string[]): string {
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
