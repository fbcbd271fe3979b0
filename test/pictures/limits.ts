/** Where the pictures lie, and how large they may be: whoever clones Parlour gets all of them. */
import { resolve } from 'node:path';

export const FOLDER = resolve(import.meta.dirname, '../../.github/pictures');

/** In bytes. */
export const MOST_BYTES = { still: 120 * 1024, tour: 1500 * 1024 };
