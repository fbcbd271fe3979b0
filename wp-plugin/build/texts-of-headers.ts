/** Texts that WordPress translates by itself: the plugin's header and the blocks' block.json. */
import type { Text } from './text-calls.ts';

/** Fields of the plugin's header that people read in the list of plugins. */
const HEADER = ['Description'];

/** The header of the plugin's main file. The name stays as it is in every language. */
export function textsOfHeader(file: string, code: string): Text[] {
  const lines = code.split('\n');
  return HEADER.flatMap((field) => {
    const at = lines.findIndex((line) => line.startsWith(` * ${field}:`));
    const text = lines[at]?.split(':').slice(1).join(':').trim();
    return text ? [{ text, comment: `${field} of the plugin`, file, line: at + 1 }] : [];
  });
}

/** Title, description and search words of a block; the contexts are those of WordPress (block-i18n.json). */
export function textsOfBlock(file: string, code: string): Text[] {
  const block = JSON.parse(code) as { title: string; description: string; keywords?: string[] };
  const place = { file, line: 1 };
  return [
    { text: block.title, context: 'block title', ...place },
    { text: block.description, context: 'block description', ...place },
    ...(block.keywords ?? []).map((text) => ({ text, context: 'block keyword', ...place })),
  ];
}
