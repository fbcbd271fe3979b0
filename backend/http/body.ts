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
