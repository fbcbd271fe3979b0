/**
 * The app in one language, in pieces: what the first page needs, and a piece for each page that may come later. Code
 * imports `languages/en`; a build for another language takes the file of the same name there instead. Pieces without
 * texts come out the same for every language, so browsers and disks hold them once.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import type { Language } from '../languages/names.ts';
import { ASSETS, SOURCES } from './assets.ts';

/** The addresses of the app's first file and of all that it needs before it can run. */
export interface AppFiles {
  main: string;
  chunks: string[];
}

export async function buildApp(outDir: string, language: Language, iconsUrl: string): Promise<AppFiles> {
  const { metafile } = await build({
    entryPoints: [path.join(SOURCES, 'main.ts')],
    outdir: outDir,
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    metafile: true,
    define: { ICONS_URL: JSON.stringify(iconsUrl) },
    plugins: [textsIn(language)],
  });
  const entry = Object.keys(metafile.outputs).find((file) =>
    metafile.outputs[file]?.entryPoint?.endsWith('main.ts'),
  );
  if (!entry) throw new Error('The build made no main file.');
  const url = (file: string) => `${ASSETS}/${path.basename(file)}`;
  return { main: url(entry), chunks: [...staticImports(metafile, entry)].map(url) };
}

/** Texts that a language does not have yet are English. */
function textsIn(language: Language): Plugin {
  const fileOf = (name: string, spoken: Language) => path.join(SOURCES, 'languages', spoken, name);
  return {
    name: 'texts',
    setup({ onResolve }) {
      onResolve({ filter: /\/languages\/en\/[\w-]+\.ts$/ }, ({ path: imported }) => {
        const file = fileOf(path.basename(imported), language);
        return { path: existsSync(file) ? file : fileOf(path.basename(imported), 'en') };
      });
    },
  };
}

/** Every file that the entry needs before it can run. */
function staticImports(metafile: Metafile, file: string, found = new Set<string>()): Set<string> {
  for (const { path: imported, kind } of metafile.outputs[file]?.imports ?? []) {
    if (kind !== 'import-statement' || found.has(imported)) continue;
    found.add(imported);
    staticImports(metafile, imported, found);
  }
  return found;
}
