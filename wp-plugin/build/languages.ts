/**
 * The plugin's folder `languages`: the template of all texts, and each translation as people edit it and as WordPress
 * loads it. Made without PHP, which who builds may not have.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type GetTextTranslations, po } from 'gettext-parser';
import { checkTranslation, compilePo, findEntry, makeTemplate, mergeTranslation } from './catalogue.ts';
import { compileJson, compileMo, compilePhp } from './compile.ts';
import { DOMAIN } from './text-calls.ts';
import { collectTexts } from './texts.ts';

const HOME = resolve(import.meta.dirname, '..');
const TRANSLATIONS = join(HOME, 'languages');

/** Scripts with texts: the handle that WordPress knows them by, and where their sources are. */
const SCRIPTS = [{ handle: 'parlour-chat-editor-script', sources: /^blocks\/chat\// }];

/** Writes everything into the folder `into`. */
export function buildLanguages(into: string): void {
  mkdirSync(into, { recursive: true });
  const template = readTemplate();
  writeFileSync(join(into, `${DOMAIN}.pot`), compilePo(template));
  for (const { language, translation } of readTranslations()) {
    const name = join(into, `${DOMAIN}-${language}`);
    writeFileSync(`${name}.po`, compilePo(translation));
    writeFileSync(`${name}.mo`, compileMo(translation));
    writeFileSync(`${name}.l10n.php`, compilePhp(translation, language));
    for (const { handle, sources } of SCRIPTS) {
      const json = compileJson(translation, language, (entry) => {
        const places = findEntry(template, entry)?.comments?.reference?.split('\n') ?? [];
        return places.some((place) => sources.test(place));
      });
      writeFileSync(`${name}-${handle}.json`, json);
    }
  }
}

/** What keeps the translations from being released; nothing is good. */
export function languageProblems(): string[] {
  const template = readTemplate();
  return readTranslations().flatMap(({ language, translation }) =>
    checkTranslation(template, translation).map((problem) => `${language}: ${problem}`),
  );
}

/** Brings the translations in the repository up to the texts of the code; what is new is empty. */
export function mergeLanguages(): void {
  const template = readTemplate();
  for (const { path, translation } of readTranslations()) {
    writeFileSync(path, compilePo(mergeTranslation(template, translation)));
  }
}

let template: GetTextTranslations | undefined;

/** The template of the texts as they are in the code now; read once, as every source is taken apart for it. */
export function readTemplate(): GetTextTranslations {
  template ??= makeTemplate(collectTexts(HOME));
  return template;
}

function readTranslations(): { language: string; path: string; translation: GetTextTranslations }[] {
  if (!existsSync(TRANSLATIONS)) return [];
  return readdirSync(TRANSLATIONS)
    .filter((name) => name.endsWith('.po'))
    .sort()
    .map((name) => {
      const path = join(TRANSLATIONS, name);
      const language = basename(name, '.po').slice(DOMAIN.length + 1);
      return { language, path, translation: po.parse(readFileSync(path)) };
    });
}
