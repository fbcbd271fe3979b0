/**
 * Reads a JSON body: its type, size and form, before any schema looks at it.
 */
import coBody from 'co-body';
import type { Context } from 'koa';
import { AppError, badRequest, notJson, tooLarge } from '../errors.ts';

export const DEFAULT_BODY_BYTES = 16 * 1024;

/** @throws not_json (415), too_large (413), bad_request (400) */
export async function readJson(ctx: Context, limit = DEFAULT_BODY_BYTES): Promise<unknown> {
  if (!ctx.is('application/json')) throw notJson();
  const encoding = ctx.get('content-encoding');
  if (encoding && encoding !== 'identity')
    throw new AppError(415, 'not_json', 'Send the body without compression.');
  try {
    // co-body refuses a __proto__ key, which would reach objects that are merged later.
    return await coBody.json(ctx, { limit, strict: true });
  } catch (error) {
    if ((error as { status?: number }).status === 413) throw tooLarge();
    throw badRequest('The body is not valid JSON.');
  }
}

/**
 * The body as it came, byte for byte: what a signature was made over.
 * @throws too_large (413), bad_request (400) when it breaks off or is compressed
 */
export async function readRaw(ctx: Context, limit: number): Promise<Buffer> {
  const encoding = ctx.get('content-encoding');
  if (encoding && encoding !== 'identity') throw badRequest('Send the body without compression.');
  if ((ctx.request.length ?? 0) > limit) throw tooLarge();
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of ctx.req as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > limit) break;
      pieces.push(piece);
    }
  } catch {
    throw badRequest('The body broke off.');
  }
  if (size > limit) throw tooLarge();
  return Buffer.concat(pieces);
}
