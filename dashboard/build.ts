/**
 * Builds the dashboard into `dist/dashboard`: `tsx dashboard/build.ts`. Each language has a page of its own,
 * `index.<language>.html`; everything else carries the hash of its content in its name and may be cached for ever.
 * Says when the list's first load has grown past its limit in any language; with WEIGH=strict, as the tests build, it
 * fails then. A system's own zlib may need a few bytes more: no reason not to start.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApp } from './build/app.ts';
import { type Assets, buildAssets, SOURCES } from './build/assets.ts';
import { compress, type Weight, weigh } from './build/weight.ts';
import { type Language, languages } from './languages/names.ts';

const LIMIT_KIB = 100;

/** What one build made: what the list's first load weighs in each language. */
export type BuildReport = { language: Language; weight: Weight }[];

/** Builds everything into `outDir`, which is emptied first. Tests that need one language say so. */
export async function buildDashboard(
  outDir: string,
  wanted: readonly Language[] = languages,
): Promise<BuildReport> {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(path.join(outDir, 'assets'), { recursive: true });
  const assets = await buildAssets(outDir);
  const needed = await Promise.all(wanted.map((language) => buildLanguage(outDir, language, assets)));
  await compress(outDir);
  return Promise.all(
    wanted.map(async (language, at) => ({ language, weight: await weigh(outDir, needed[at] ?? []) })),
  );
}

/** The app and its page; answers the addresses of all that the page's first load asks for. */
async function buildLanguage(outDir: string, language: Language, assets: Assets): Promise<string[]> {
  const { main, chunks } = await buildApp(outDir, language, assets.icons);
  const { pageTexts } = (await import(
    `./languages/${language}/page.ts`
  )) as typeof import('./languages/en/page.ts');
  const parts: Record<string, string> = {
    ...assets,
    main,
    noScript: pageTexts.noScript,
    preload: chunks.map((url) => `<link rel="modulepreload" href="${url}" />`).join('\n    '),
  };
  const source = await readFile(path.join(SOURCES, 'index.html'), 'utf8');
  const page = source
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`index.html asks for {{${name}}}, which nobody makes.`);
      return part;
    });
  const file = `index.${language}.html`;
  await writeFile(path.join(outDir, file), page);
  return [`/dashboard/${file}`, assets.theme, assets.style, main, ...chunks, assets.icons];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const report = await buildDashboard(path.join(SOURCES, '../dist/dashboard'));
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
  const totals = report.map(({ language, weight }) => `${language} ${kib(weight.total)}`).join(', ');
  process.stdout.write(`Dashboard, first load of the list, gzipped, of ${LIMIT_KIB} KiB: ${totals}\n`);
  for (const { language, weight } of report) {
    if (weight.total <= LIMIT_KIB * 1024) continue;
    const parts = weight.files.map(({ name, gzip }) => `  ${name} ${kib(gzip)}`).join('\n');
    process.stderr.write(`In ${language} it must stay under ${LIMIT_KIB} KiB:\n${parts}\n`);
    if (process.env.WEIGH === 'strict') process.exitCode = 1;
  }
}
