/** The template of all texts (.pot), and what stands in a translation (.po) compared with it. */
import { type GetTextTranslation, type GetTextTranslations, po } from 'gettext-parser';
import { DOMAIN, type Text } from './text-calls.ts';

/** Nothing here says when or where it was made, so that the same sources give the same file. */
const HEADERS = {
  'Project-Id-Version': 'Parlour',
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=UTF-8',
  'Content-Transfer-Encoding': '8bit',
  'Plural-Forms': 'nplurals=2; plural=(n != 1);',
  'X-Domain': DOMAIN,
};

/** The template: each text once, with all its places and all that translators are told. */
export function makeTemplate(texts: Text[]): GetTextTranslations {
  const template: GetTextTranslations = { charset: 'utf-8', headers: { ...HEADERS }, translations: {} };
  for (const { text, plural, context = '', comment, file, line } of texts) {
    template.translations[context] ??= {};
    const inContext = template.translations[context];
    inContext[text] ??= { msgid: text, msgstr: [''], comments: {} };
    const entry = inContext[text];
    if (context !== '') entry.msgctxt = context;
    if (plural !== undefined) Object.assign(entry, { msgid_plural: plural, msgstr: ['', ''] });
    const { comments = {} } = entry;
    comments.reference = joinOnce(comments.reference, `${file}:${line}`);
    if (comment) comments.extracted = joinOnce(comments.extracted, comment);
    if (placeholders(text + (plural ?? '')).length > 0) comments.flag = 'php-format';
  }
  return template;
}

/** The file of a template or a translation. */
export function compilePo(catalogue: GetTextTranslations): Buffer {
  return Buffer.concat([po.compile(catalogue, { foldLength: 0 }), Buffer.from('\n')]);
}

/** Every entry but the header. */
export function entriesOf(catalogue: GetTextTranslations): GetTextTranslation[] {
  return Object.values(catalogue.translations)
    .flatMap((inContext) => Object.values(inContext))
    .filter((entry) => entry.msgid !== '');
}

/** The same entry in another catalogue. */
export function findEntry(
  catalogue: GetTextTranslations,
  { msgctxt = '', msgid }: GetTextTranslation,
): GetTextTranslation | undefined {
  return catalogue.translations[msgctxt]?.[msgid];
}

/**
 * The translation, brought up to the template: new texts are empty, dropped ones are gone, places are left out, as they
 * change with every line of code.
 */
export function mergeTranslation(
  template: GetTextTranslations,
  translation: GetTextTranslations,
): GetTextTranslations {
  const merged: GetTextTranslations = { ...translation, translations: {}, obsolete: {} };
  const header = translation.translations['']?.[''];
  if (header) merged.translations[''] = { '': header };
  for (const entry of entriesOf(template)) {
    const known = findEntry(translation, entry);
    const { reference: _, ...comments } = entry.comments ?? {};
    const flag = [comments.flag, isFuzzy(known) ? 'fuzzy' : ''].filter(Boolean).join(', ');
    const context = entry.msgctxt ?? '';
    merged.translations[context] ??= {};
    merged.translations[context][entry.msgid] = {
      ...entry,
      msgstr: known?.msgstr ?? entry.msgstr,
      comments: { ...comments, ...(flag && { flag }) },
    };
  }
  return merged;
}

/** What must be put right before this translation can be released, each in a line; nothing is good. */
export function checkTranslation(template: GetTextTranslations, translation: GetTextTranslations): string[] {
  return entriesOf(template).flatMap((entry) => {
    const known = findEntry(translation, entry);
    const quoted = JSON.stringify(entry.msgid);
    const problems: string[] = [];
    if (entry.comments?.flag && !entry.comments.extracted) {
      problems.push(`${entry.comments.reference}: no comment for translators on ${quoted}`);
    }
    if (!known || known.msgstr.length < entry.msgstr.length || known.msgstr.some((text) => text === '')) {
      problems.push(`not translated: ${quoted}`);
    } else if (isFuzzy(known)) {
      problems.push(`marked as uncertain: ${quoted}`);
    } else if (!known.msgstr.every((text, form) => hasPlaceholdersOf(entry, text, form))) {
      problems.push(`other placeholders: ${quoted}`);
    }
    return problems;
  });
}

/** Singular and plural may each leave the number out, as "one lead" does. */
function hasPlaceholdersOf(entry: GetTextTranslation, text: string, form: number): boolean {
  const wanted = [entry.msgid, ...(entry.msgid_plural ? [entry.msgid_plural] : [])];
  const allowed = form === 0 ? wanted : wanted.slice(-1);
  return allowed.some((source) => placeholders(source).join() === placeholders(text).join());
}

/** The placeholders of sprintf in a text, in a fixed order; %% is a plain sign. */
function placeholders(text: string): string[] {
  const found = text.replaceAll('%%', '').match(/%(?:\d+\$)?[-+0]?\d*(?:\.\d+)?[bcdeEfFgGosuxX]/g) ?? [];
  return found.sort();
}

function isFuzzy(entry: GetTextTranslation | undefined): boolean {
  return entry?.comments?.flag?.split(/,\s*/).includes('fuzzy') ?? false;
}

function joinOnce(lines: string | undefined, line: string): string {
  const known = lines === undefined ? [] : lines.split('\n');
  return known.includes(line) ? known.join('\n') : [...known, line].join('\n');
}
