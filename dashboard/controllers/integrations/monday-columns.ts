/**
 * What can be written on a board, which of its columns fit, and which are probably meant. The sources' names are those
 * of the backend (integrations/monday/sources); what a column takes is told by it.
 */
import type { MondayColumn, ValueKind } from '../../../backend/integrations/monday/schema.ts';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { mondayTexts as texts } from '../../languages/en/monday.ts';

export interface Source {
  name: string;
  label: string;
  kind: ValueKind;
  /** Where it is listed. */
  part: 'told' | 'around' | 'campaign';
}

export type Columns = Readonly<Record<string, string>>;

const kinds: Record<Exclude<keyof typeof texts.sources, 'name'>, [ValueKind, Source['part']]> = {
  email: ['email', 'told'],
  phone: ['phone', 'told'],
  company: ['text', 'told'],
  'session.link': ['url', 'around'],
  'session.startedAt': ['date', 'around'],
  'session.transcript': ['long', 'around'],
  'session.id': ['id', 'around'],
  'page.url': ['url', 'around'],
  'lead.score': ['number', 'around'],
  'lead.qualification': ['choice', 'around'],
  'lead.consent': ['yesno', 'around'],
  'page.title': ['text', 'campaign'],
  'site.name': ['choice', 'campaign'],
  'utm.source': ['choice', 'campaign'],
  'utm.medium': ['choice', 'campaign'],
  'utm.campaign': ['choice', 'campaign'],
  'utm.term': ['text', 'campaign'],
  'utm.content': ['text', 'campaign'],
};

/** Words of a column's title by which it is known; German ones too, as boards are named by people. */
const HINTS: Readonly<Record<string, RegExp>> = {
  email: /mail/i,
  phone: /phone|mobile|tel/i,
  company: /company|firma|organi[sz]ation|account|unternehmen/i,
  'session.link': /conversation|chat|talk|parlour/i,
  'session.startedAt': /date|came|created|start|datum/i,
  'session.transcript': /talk|transcript|chat|conversation|notes?|verlauf/i,
  'session.id': /parlour|conversation id|chat id|external id/i,
  'page.url': /page|site|url|landing|seite/i,
  'lead.score': /score|points/i,
  'lead.qualification': /qualif/i,
  'lead.consent': /consent|gdpr|privacy/i,
  'utm.source': /source|utm|quelle/i,
  'utm.campaign': /campaign|kampagne/i,
};

/** Every source, the lead fields in the order in which they are asked. The name is the item's and has no column. */
export function sourcesOf(fields: readonly LeadField[]): Source[] {
  const asked = fields
    .filter(({ name }) => name !== 'name')
    .map(({ name, label, type }): Source => ({ name, label, kind: type, part: 'told' }));
  const names = new Set(asked.map(({ name }) => name));
  const others = Object.entries(kinds)
    .filter(([name]) => !names.has(name))
    .map(([name, [kind, part]]): Source => {
      return { name, label: texts.sources[name as keyof typeof kinds], kind, part };
    });
  return [...asked, ...others];
}

export const fitting = (columns: readonly MondayColumn[], { kind }: Source): MondayColumn[] =>
  columns.filter(({ takes }) => takes.includes(kind));

/** Keeps what is chosen and adds what is probably meant: by its title, or as the only column of its type. */
export function suggestColumns(
  sources: readonly Source[],
  columns: readonly MondayColumn[],
  chosen: Columns,
): Columns {
  const suggested: Record<string, string> = { ...chosen };
  const taken = new Set(Object.values(chosen));
  for (const source of sources) {
    if (suggested[source.name]) continue;
    const free = fitting(columns, source).filter(({ id }) => !taken.has(id));
    const found = free.find(({ title }) => isMeant(source, title)) ?? onlyOne(source, free);
    if (!found) continue;
    suggested[source.name] = found.id;
    taken.add(found.id);
  }
  return suggested;
}

function isMeant({ name, label }: Source, title: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(title) === plain(label) || HINTS[name]?.test(title) === true;
}

/** Types that hold one thing only. */
function onlyOne({ kind }: Source, free: readonly MondayColumn[]): MondayColumn | undefined {
  return (kind === 'email' || kind === 'phone') && free.length === 1 ? free[0] : undefined;
}

/** In words, the types of columns a source would fit into. */
export function typesFor({ kind }: Source): string {
  const { text, long_text, email, phone, status, date, numbers, link, checkbox } = texts.types;
  const words: Record<ValueKind, readonly string[]> = {
    text: [text, status],
    choice: [status, text],
    email: [email, text],
    phone: [phone, text],
    number: [numbers, text],
    date: [date, text],
    url: [link, text],
    yesno: [checkbox, status],
    long: [long_text],
    id: [text],
  };
  return words[kind].join(', ');
}
