/** `npm run elements`: one page with each element in each of its states, on data that is made up. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { documentTokens } from '../../../web-components/tokens.styles.ts';
import { defaultConfig } from '../support/default-config.ts';
import { FakeConversation } from '../support/fake-conversation.ts';
import { FakeVisitorApi } from '../support/fake-visitor-api.ts';
import { widgetFiles } from '../support/widget-files.ts';
import { widgetStates } from './widget-states.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; padding: 24px; font: var(--parlour-size-m)/1.5 var(--parlour-font); color: var(--parlour-ink); background: var(--parlour-canvas); }
  header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 8px 24px; }
  h1 { margin: 0 auto 0 0; font-size: var(--parlour-size-xl); }
  h2 { margin: 40px 0 12px; font-size: var(--parlour-size-l); }
  select { font: inherit; padding: 4px 8px; color: inherit; background: var(--parlour-surface); border: 1px solid var(--parlour-line-strong); border-radius: 6px; }
  .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 360px), 1fr)); gap: 24px; align-items: start; }
  [data-width=phone] .grid { grid-template-columns: repeat(auto-fill, 350px); }
  [data-width=narrow] .grid { grid-template-columns: repeat(auto-fill, 280px); }
  [data-width=phone] parlour-figure-tiles { --parlour-tile-columns: 2; width: 350px; }
  [data-width=narrow] parlour-figure-tiles { --parlour-tile-columns: 1; width: 280px; }
  @media (max-width: 600px) { body { padding: 16px; } parlour-figure-tiles { --parlour-tile-columns: 2; } }
  figure { margin: 0 0 16px; min-width: 0; }
  figcaption { margin-bottom: 8px; font-size: var(--parlour-size-s); color: var(--parlour-ink-soft); }
  parlour-transcript { max-height: 420px; background: var(--parlour-surface); border: 1px solid var(--parlour-line-soft); border-radius: 14px; }
`;

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Elements of Parlour</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>${documentTokens()}${STYLE}</style></head>
<body><main></main><script type="module" src="/widget.js"></script><script type="module" src="/states.js"></script></body></html>`;

/** Starts it on a free port; the caller closes it. */
export async function serveStates(): Promise<FakeVisitorApi> {
  const files = new Map(await widgetFiles());
  const { outputFiles } = await build({
    entryPoints: [join(here, 'page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
  });
  files.set('states.js', outputFiles[0]!.text).set('elements.html', PAGE);
  const api = await FakeVisitorApi.start(files);
  for (const { key, config = {}, messages, session } of widgetStates) {
    api.sites.set(key, 'status' in config ? config : { ...defaultConfig, siteKey: key, ...config });
    if (!messages) continue;
    const { createdAt } = messages[0]!;
    api.conversations.set(
      key,
      new FakeConversation(
        { id: key, completionStatus: 'in_progress', mode: 'ai', startedAt: createdAt, ...session },
        messages.map((message, index) => ({ ...message, seq: index + 1 })),
      ),
    );
  }
  return api;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveStates();
  process.stdout.write(`The elements stand at ${url}/elements.html\n`);
}
