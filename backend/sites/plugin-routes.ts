import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { notFound } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { PLUGIN_PATH } from '../pages/static-files.ts';
import { canManageSites } from './policy.ts';
import { PluginView } from './schema.ts';

interface PluginDeps {
  webDir: string;
  publicUrl: string;
  /** Of this Parlour, and so of the plugin that was built with it: the build stops where they differ. */
  version: string;
}

/** The WordPress plugin that belongs to this Parlour. The file itself is among the static ones. */
export function pluginRoutes({ webDir, publicUrl, version }: PluginDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/plugin',
      summary:
        'Where the WordPress plugin of this Parlour can be fetched, by anybody; 404 where it was not built',
      allow: canManageSites,
      answer: { status: 200, schema: PluginView },
      async handler() {
        const file = await stat(join(webDir, PLUGIN_PATH)).catch(() => null);
        if (!file) throw notFound('The WordPress plugin was not built with this Parlour.');
        return { version, bytes: file.size, url: publicUrl + PLUGIN_PATH };
      },
    }),
  ];
}
