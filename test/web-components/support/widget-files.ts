import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWidget } from '../../../web-components/build.ts';

let built: Promise<Map<string, string>> | undefined;

/** The widget as it is shipped, each file's text by its path: built once for all tests of a run. */
export function widgetFiles(): Promise<Map<string, string>> {
  built ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parlour-widget-'));
    const files = await buildWidget(folder);
    await rm(folder, { recursive: true });
    return files;
  })();
  return built;
}
