/**
 * A long text that stays the same while the process runs, such as the API contract: made when somebody first asks for it,
 * and packed once. Files have that from the build.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'koa';

const pack = promisify(gzip);

/**
 * @param type as `ctx.type` takes it
 * @returns answers with the text: packed for who can read that, and 304 for who has it already
 */
export function standingText(type: string, make: () => string): (ctx: Context) => Promise<undefined> {
  let made: { text: string; etag: string; packed?: Promise<Buffer> } | undefined;
  const get = () => {
    const text = make();
    const hash = createHash('sha256').update(text).digest('base64url');
    return { text, etag: `W/"${hash.slice(0, 22)}"` };
  };
  return async (ctx) => {
    made ??= get();
    ctx.status = 200;
    ctx.type = type;
    ctx.set('Cache-Control', 'no-cache');
    ctx.vary('Accept-Encoding');
    ctx.etag = made.etag;
    if (ctx.fresh) ctx.status = 304;
    else if (ctx.acceptsEncodings('gzip', 'identity') === 'gzip') {
      made.packed ??= pack(made.text);
      ctx.body = await made.packed;
      ctx.set('Content-Encoding', 'gzip');
    } else ctx.body = made.text;
    return undefined;
  };
}
