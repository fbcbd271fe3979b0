/**
 * The app in one language, in pieces: what the first page needs, and a piece for each page that may come later. Code
 * imports `languages/en`; a build for another language takes the file of the same name there instead. Pieces without
 * texts come out the same for every language, so browsers and disks hold them once.
 */
import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import type { Language } from '../languages/names.ts';
import { ASSETS, SOURCES } from './assets.ts';
import { shortCss } from './short-css.ts';

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
    plugins: [textsIn(language), shortCss],
  });
  const entry = Object.keys(metafile.outputs).find((file) =>
    metafile.outputs[file]?.entryPoint?.endsWith('main.ts'),
  );
  if (!entry) throw new Error('The build made no main file.');
  const url = (file: string) => `${ASSETS}/${path.basename(file)}`;
  return { main: url(entry), chunks: [...staticImports(metafile, entry)].map(url) };
}

/** Our texts, those of the web components we show, and Shoelace's own few. A file that is missing stops the build. */
function textsIn(language: Language): Plugin {
  const ofShoelace = /^@shoelace-style\/shoelace\/dist\/translations\/en\.js$/;
  return {
    name: 'texts',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /\/languages\/en\/[\w-]+\.ts$/ }, ({ path: imported }) => ({
        path: path.join(SOURCES, 'languages', language, path.basename(imported)),
      }));
      onResolve({ filter: /\/languages\/en\.ts$/ }, ({ path: imported, resolveDir }) => ({
        path: path.join(resolveDir, path.dirname(imported), `${language}.ts`),
      }));
      onResolve({ filter: ofShoelace }, ({ path: imported, kind, resolveDir }) => {
        if (language === 'en') return null;
        return resolve(imported.replace(/en\.js$/, `${language}.js`), { kind, resolveDir });
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
