/**
 * Files that the build made: the widget, the dashboard and the WordPress plugin. Compressed beforehand; names with a hash never change.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Middleware } from 'koa';
import send from 'koa-send';
import { notFound } from '../errors.ts';
import { dashboardLanguage, nameForCaches } from './dashboard-page.ts';

/** What other sites load under a name that stays: the loader, and what editors read about the element. */
const NAMED = ['/widget.js', '/custom-elements.json'];
/** Holds no secret, so that whoever looks after a website can be given its address: `wp plugin install` takes it. */
export const PLUGIN_PATH = '/parlour.zip';
/** A file's place below its folder: no part of it leads out again. */
const IS_FILE = /^(\/[\w-][\w.-]*)+\.[a-z0-9]+$/;
/** An app of the widget: the hash of its version, and its language. */
const APP = /^\/widget\/[\da-f]{8}-([a-z]{2})\.js$/;
/** What a path is answered with that is no file, can't be read as one, or leads out of the folder. */
const NOT_THERE: readonly unknown[] = [400, 403, 404];
const YEAR_MS = 365 * 24 * 3600 * 1000;
const MINUTE_MS = 60_000;

/** @param webDir the folder of `web/`, `dashboard/` and the plugin that the build made */
export function staticFiles(webDir: string): Middleware {
  const widgetRoot = join(webDir, 'web');
  const dashboardRoot = join(webDir, 'dashboard');
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    const { path } = ctx;
    if (NAMED.includes(path) || path.startsWith('/widget/')) return sendWidget(ctx, widgetRoot);
    if (path === PLUGIN_PATH) return sendPlugin(ctx, webDir);
    if (path === '/dashboard') return ctx.redirect('/dashboard/');
    if (path.startsWith('/dashboard/assets/'))
      return sendFile(ctx, dashboardRoot, path.slice('/dashboard'.length), YEAR_MS);
    if (path.startsWith('/dashboard/')) return sendDashboard(ctx, dashboardRoot);
    if (path.startsWith('/pages/')) return sendFile(ctx, widgetRoot, path, MINUTE_MS);
    return next();
  };
}

/** Other sites load these; they hold nothing of anyone. The loader is looked at again each minute, its parts never. */
async function sendWidget(ctx: Context, root: string): Promise<void> {
  ctx.set('Access-Control-Allow-Origin', '*');
  const [, language] = APP.exec(ctx.path) ?? [];
  if (language && !existsSync(join(root, ctx.path))) return sendPresentApp(ctx, root, language);
  await sendFile(ctx, root, ctx.path, NAMED.includes(ctx.path) ? MINUTE_MS : YEAR_MS);
}

/** A page that was open, or kept, while Parlour was updated asks for the app of before: its chat opens all the same. */
async function sendPresentApp(ctx: Context, root: string, language: string): Promise<void> {
  const apps = await readdir(join(root, 'widget')).catch(() => []);
  const named = (wanted: string) => apps.find((name) => name.endsWith(`-${wanted}.js`));
  await sendFile(ctx, root, `/widget/${named(language) ?? named('en')}`, MINUTE_MS);
}

/** Never kept: after an update the one before must not be installed. */
async function sendPlugin(ctx: Context, root: string): Promise<void> {
  ctx.set('Cache-Control', 'no-store');
  await loadFile(ctx, root, PLUGIN_PATH, 0);
  ctx.attachment(PLUGIN_PATH);
}

/** A file of the dashboard, or the page in the reader's language for every other address. */
async function sendDashboard(ctx: Context, root: string): Promise<void> {
  const file = ctx.path.slice('/dashboard'.length);
  ctx.set('Cache-Control', 'no-cache');
  if (IS_FILE.test(file) && existsSync(join(root, file))) return sendFile(ctx, root, file, 0);
  const language = dashboardLanguage(ctx);
  const page = `/index.${language}.html`;
  await loadFile(ctx, root, page, 0);
  await nameForCaches(ctx, language, join(root, page));
  sayUnchanged(ctx);
}

async function sendFile(ctx: Context, root: string, path: string, maxAge: number): Promise<void> {
  await loadFile(ctx, root, path, maxAge);
  sayUnchanged(ctx);
}

async function loadFile(ctx: Context, root: string, path: string, maxAge: number): Promise<void> {
  ctx.vary('Accept-Encoding');
  try {
    await send(ctx, path, { root, maxAge, immutable: maxAge === YEAR_MS, brotli: true, gzip: true });
  } catch (error) {
    if (NOT_THERE.includes((error as { status?: number }).status)) throw notFound();
    throw error;
  }
}

function sayUnchanged(ctx: Context): void {
  if (ctx.fresh) ctx.status = 304;
}
