/**
 * A mail before it is drawn: what it says, in the few forms that mails of Parlour are made of.
 */

/** How it looks at a glance; always with a word beside the colour. */
export type Tone = 'plain' | 'passed' | 'waiting' | 'issue' | 'fixed';

export type Block =
  | { kind: 'text'; text: string }
  /** Words of somebody, and who that is. */
  | { kind: 'quote'; who: string; text: string }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'table'; head: readonly string[]; rows: ReadonlyArray<readonly string[]> };

export type Fact = readonly [label: string, value: string | null | undefined];

export interface Link {
  label: string;
  /** Below the public URL. */
  path: string;
}

export interface Mail {
  /** What it is written in, as HTML names it. */
  language: string;
  subject: string;
  /** What a list of mails shows after the subject. */
  preview: string;
  badge?: { tone: Tone; word: string };
  heading: string;
  blocks: readonly Block[];
  action?: Link;
  more?: Link;
  /** Why this person gets it. */
  reason: string;
  /** Where an answer to it goes. */
  replyTo?: string;
}

/** Line breaks, other controls, and marks that turn the direction of what stands around them. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** One line without anything unseen, cut where it gets long: fit for a subject, a name, a fact. */
export function oneLine(text: string, most = 120): string {
  const line = text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim().toWellFormed();
  return cut(line, most);
}

/** Words over several lines, without controls but line breaks. */
export function words(text: string, most = 1_200): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const clean = lines.map((line) => line.replace(UNSEEN, ' ').trimEnd()).join('\n');
  return cut(
    clean
      .replace(/\n{3,}/g, '\n\n')
      .trim()
      .toWellFormed(),
    most,
  );
}

function cut(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
