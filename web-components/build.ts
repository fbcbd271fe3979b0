/**
 * Builds the widget into dist/web: `widget.js`, the loader, and `widget/<hash>-<language>.js`, the app it imports, one
 * for each language of `languages/`. Prints what a visitor downloads, and says when that is more than was promised; with
 * WEIGH=strict, as the tests build, it fails then. A system's own zlib may need a few bytes more: no reason not to start.
 * Beside them stands `custom-elements.json`, what editors read about the elements.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Plugin, transform } from 'esbuild';
import { minify } from 'terser';
import { leanLit } from './lean-lit.build.ts';
import { buildManifest } from './manifest.build.ts';

/** Most bytes, gzipped: before the chat is opened, and in all. */
const LOADER_MAX = 2 * 1024;
const WHOLE_MAX = 16 * 1024;

/** The languages the widget speaks: the files of `languages/`. */
const languages = ['en', 'de', 'es', 'fr', 'ar'] as const;
type Language = (typeof languages)[number];

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Long names that only the widget's own code uses, by property access and never as text: the build shortens them, the
 * same way in loader and app. What pages, templates, storage or the backend know by name must not stand here. Names
 * with `_$` are those lit keeps to itself.
 */
const INTERNAL = new RegExp(
  `^(${[
    '_\\$.*|askAgain|asked|asksDetails|attempt|become|config|draft|ensureStarted|flush|focusIn|follow|forget|hasDetails',
    'heading|hear|host|identify|inline|launch|loadConfig|memory|needsConsent|network|notice|outbox|reading|reconnect',
    'refusal|renderRoot|requestUpdate|retryAfter|saved|saveDetails|saveLead|since|stage|startNew|takeIn|takeLook',
    'takeTyping|told|typist|unanswered|underway|unread|unseen|updateComplete|updated|waiting|willUpdate|words',
  ].join('|')})$`,
);

/** `lit` itself, and not `lit/html.js`, is the light element: see there. */
const lightLit: Plugin = {
  name: 'light-lit',
  setup(build) {
    build.onResolve({ filter: /^lit$/ }, () => ({ path: join(here, 'light-element.ts') }));
  },
};

/** Shortens the CSS of `*.styles.ts`: esbuild sees a template there, not CSS. */
const shortCss: Plugin = {
  name: 'short-css',
  setup(build) {
    build.onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const [, css] = /css(?: \*\/ )?`([^`]*)`/.exec(source)!;
      const { code: minified } = await transform(css!, { loader: 'css', minify: true });
      const code = minified.replace(/="(\w+)"/g, '=$1');
      return {
        contents: source.replace(css!, () => code.trim().replaceAll('\\', '\\\\')),
        loader: 'ts',
      };
    });
  },
};

/**
 * Takes the indentation out of the remaining templates. In minified code nothing else has line breaks: statements are
 * on one line and strings write theirs as `\n`.
 */
const squeeze = (code: string): string =>
  code
    .trim()
    .replace(/([{;,>`])\s*\n\s*/g, '$1')
    .replace(/\s*\n\s*([}<>`])/g, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(--[\w-]+:) /g, '$1');

/** Puts another language in the place of the English texts: a visitor downloads one. */
const speak = (language: string): Plugin => ({
  name: 'speak',
  setup(build) {
    build.onResolve({ filter: /languages\/en\.ts$/ }, () => ({
      path: join(here, `languages/${language}.ts`),
    }));
  },
});

type Names = Record<string, string | false>;

/**
 * What loader and app call each other by. It stays the same from version to version: after an update a page that has the
 * loader of before is given the app of now (`backend/pages/static-files`).
 */
const SHARED: Names = {
  config: 'o',
  heading: 'w',
  host: 'i',
  inline: 'Q',
  launch: 'kt',
  takeLook: 'wt',
  words: 'yt',
};

async function bundle(
  entry: string,
  names: Names = {},
  define: Record<string, string> = {},
  language: Language = 'en',
) {
  const { outputFiles, mangleCache } = await build({
    entryPoints: [join(here, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['es2022', 'safari16.4'],
    legalComments: 'none',
    // Modules are UTF-8 whatever their header says, and an Arabic letter is two bytes there instead of six.
    charset: 'utf8',
    define,
    mangleProps: INTERNAL,
    mangleCache: names,
    plugins: [lightLit, leanLit, shortCss, speak(language)],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  // It knows shorter ways of saying the same than esbuild does: a fiftieth of what a visitor downloads.
  const { code } = await minify(squeeze(outputFiles[0]!.text), {
    module: true,
    ecma: 2020,
    compress: { passes: 2 },
  });
  return { code: code!, names: mangleCache! };
}

const gzip = (text: string) => gzipSync(text, { level: 9 });

/** What the loader says itself, by language. */
async function launcherTexts(): Promise<Record<string, [string, string]>> {
  const entries = languages.map(async (language) => {
    const { texts, dismiss } = (await import(
      `./languages/${language}.ts`
    )) as typeof import('./languages/en.ts');
    return [language, [texts.open, dismiss]] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<string, [string, string]>;
}

/** Builds into a folder, compressed copies beside each file; answers each file's text by its path below it. */
export async function buildWidget(folder: string): Promise<Map<string, string>> {
  let names = SHARED;
  const apps = new Map<string, string>();
  for (const language of languages) {
    const app = await bundle('chat/panel.ts', names, {}, language);
    names = app.names;
    apps.set(language, app.code);
  }
  // One hash for all of them: the loader has no room for one each.
  const hash = createHash('sha256')
    .update([...apps.values()].join())
    .digest('hex')
    .slice(0, 8);
  const { code: loader } = await bundle('widget.ts', names, {
    APP_FILES: JSON.stringify(`./widget/${hash}-`),
    SAID: JSON.stringify(await launcherTexts()),
  });
  await rm(join(folder, 'widget'), { recursive: true, force: true });
  await mkdir(join(folder, 'widget'), { recursive: true });
  const files = new Map([['widget.js', loader]]);
  for (const [language, app] of apps) files.set(`widget/${hash}-${language}.js`, app);
  for (const [path, text] of files) {
    await writeFile(join(folder, path), text);
    await writeFile(join(folder, `${path}.gz`), gzip(text));
    await writeFile(join(folder, `${path}.br`), brotliCompressSync(text));
  }
  return files;
}

function report(files: Map<string, string>): boolean {
  const line = (name: string, a: string, b: string, c: string) =>
    process.stdout.write(`${name.padEnd(28)}${a.padStart(10)}${b.padStart(10)}${c.padStart(10)}\n`);
  line('widget', 'bytes', 'gzip', 'brotli');
  for (const [path, text] of files) {
    const sizes = [Buffer.byteLength(text), gzip(text).length, brotliCompressSync(text).length];
    line(path, ...(sizes.map(String) as [string, string, string]));
  }
  const [loader, ...apps] = [...files.values()].map((text) => gzip(text).length);
  const whole = loader! + Math.max(...apps);
  process.stdout.write(`at most, gzipped: ${whole}\n`);
  const fits = loader! <= LOADER_MAX && whole <= WHOLE_MAX;
  if (!fits)
    process.stderr.write(
      `Too large: at most ${LOADER_MAX} for the loader and ${WHOLE_MAX} in all, gzipped.\n`,
    );
  return fits;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  buildWidget(join(here, '../dist/web')).then(async (files) => {
    if (!report(files) && process.env.WEIGH === 'strict') process.exitCode = 1;
    await buildManifest(join(here, '../dist/web'));
  });
