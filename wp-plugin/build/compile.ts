/** A translation in the forms that WordPress loads. */
import { type GetTextTranslation, type GetTextTranslations, mo } from 'gettext-parser';
import { entriesOf } from './catalogue.ts';

/** WordPress joins context and text, and the forms of a plural, by these characters. */
const AFTER_CONTEXT = '\u0004';
const BETWEEN_FORMS = '\u0000';

/** The classic form. */
export function compileMo(translation: GetTextTranslations): Buffer {
  return mo.compile(translation);
}

/** The form that PHP keeps in its memory of compiled code; WordPress prefers it (since 6.5). */
export function compilePhp(translation: GetTextTranslations, language: string): string {
  const messages = done(translation).map(
    (entry) => [keyOf(entry), entry.msgstr.join(BETWEEN_FORMS)] as const,
  );
  const facts = [
    ['x-generator', 'Parlour'],
    ['language', language],
    ['plural-forms', pluralForms(translation)],
  ] as const;
  const list = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([key, value]) => `\t${phpString(key)} => ${phpString(value)},\n`).join('');
  return `<?php\nreturn array(\n${list(facts)}\t'messages' => array(\n${list(messages)}\t),\n);\n`;
}

/** The form for one script (Jed 1.x), with the texts that `isUsed` says the script needs. */
export function compileJson(
  translation: GetTextTranslations,
  language: string,
  isUsed: (entry: GetTextTranslation) => boolean,
): string {
  const texts = done(translation)
    .filter(isUsed)
    .map((entry) => [keyOf(entry), entry.msgstr]);
  const about = { domain: 'messages', lang: language, 'plural-forms': pluralForms(translation) };
  return JSON.stringify({
    domain: 'messages',
    locale_data: { messages: { '': about, ...Object.fromEntries(texts) } },
  });
}

/** Texts that are translated and certain. The others show in the language of the source. */
function done(translation: GetTextTranslations): GetTextTranslation[] {
  return entriesOf(translation).filter(
    ({ msgstr, comments }) => msgstr.every((text) => text !== '') && !comments?.flag?.includes('fuzzy'),
  );
}

function keyOf({ msgctxt, msgid }: GetTextTranslation): string {
  return msgctxt ? msgctxt + AFTER_CONTEXT + msgid : msgid;
}

function pluralForms(translation: GetTextTranslations): string {
  return translation.headers['Plural-Forms'] ?? translation.headers['plural-forms'] ?? '';
}

/** A string of PHP. Control characters need the form in double quotes. */
function phpString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are looked for.
  if (!/[\u0000-\u001f]/.test(text)) return `'${text.replace(/[\\']/g, '\\$&')}'`;
  const escaped = text
    .replace(/[\\"$]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
    .replace(/[\u0000-\u001f]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `"${escaped}"`;
}
