/** Reads the dashboard's texts of every language, flat: "leads.ts leadTexts.columns.owner" is "Owner". */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../../dashboard/languages/names.ts';

const FOLDER = 'dashboard/languages';

export type Text = string | ((...values: unknown[]) => unknown);
export type Catalogue = Map<string, Text>;

export async function readCatalogues(): Promise<Map<Language, Catalogue>> {
  const all = languages.map(async (language) => [language, await readCatalogue(language)] as const);
  return new Map(await Promise.all(all));
}

async function readCatalogue(language: Language): Promise<Catalogue> {
  const texts: Catalogue = new Map();
  for (const file of readdirSync(join(FOLDER, language)).sort()) {
    const parts = (await import(`../../../${FOLDER}/${language}/${file}`)) as Record<string, unknown>;
    for (const [name, part] of Object.entries(parts)) flatten(`${file} ${name}`, part, texts);
  }
  return texts;
}

function flatten(path: string, value: unknown, texts: Catalogue): void {
  if (typeof value === 'string' || typeof value === 'function') texts.set(path, value as Text);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) flatten(`${path}.${name}`, part, texts);
}

/** The text itself, or what it says with the same value everywhere; undefined where it needs more than that. */
export function spoken(text: Text): string | undefined {
  if (typeof text === 'string') return text;
  try {
    const said = text(...Array.from({ length: text.length }, () => '5'));
    return typeof said === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}
