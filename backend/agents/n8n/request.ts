/**
 * What is sent to a workflow: exactly what n8n's own chat widget sends, so that any chat workflow works unchanged.
 * What a workflow may want besides stands in `metadata`.
 */
import { AgentFault, type AgentTrace, type Turn } from '../agent.ts';

export interface N8nSettings {
  url: string;
  /** Null: the workflow asks for none. */
  auth: { header: string; value: string } | null;
}

/** @param secret the opened `authSecret` */
export function readSettings(settings: unknown, secret: string | null): N8nSettings {
  const { url, authHeader } = (settings ?? {}) as { url?: string; authHeader?: string };
  if (!url)
    throw notSetUp(
      'The address of the n8n workflow is missing. Copy the Chat URL of its Chat Trigger into the settings of the assistant.',
    );
  if (!URL.canParse(url)) throw notSetUp('The address of the n8n workflow is no web address.');
  if (!secret) return { url, auth: null };
  const header = authHeader?.trim() || 'Authorization';
  const value = header.toLowerCase() === 'authorization' ? authorizationOf(secret) : secret;
  // RFC 9110: a field value is visible ASCII; undici would refuse the rest with words nobody understands.
  if (!/^[\x20-\x7e]+$/.test(value))
    throw notSetUp(
      'The secret for n8n has a letter that can’t travel in a header. Check that it was copied whole.',
    );
  return { url, auth: { header, value } };
}

/** `user:password` becomes basic authentication (RFC 7617); anything else is sent as it was written. */
function authorizationOf(secret: string): string {
  const hasScheme = /^[A-Za-z][A-Za-z0-9._~+-]*\s/.test(secret);
  if (hasScheme || !secret.includes(':')) return secret;
  return `Basic ${Buffer.from(secret, 'utf8').toString('base64')}`;
}

export function requestOf(turn: Turn, { auth }: N8nSettings, publicUrl: string) {
  const { site, session } = turn;
  return {
    method: 'POST',
    headers: {
      ...(auth && { [auth.header]: auth.value }),
      'content-type': 'application/json',
      accept: 'application/json, text/plain, text/html',
      'user-agent': 'Parlour',
    },
    body: JSON.stringify({
      action: 'sendMessage',
      sessionId: session.id,
      chatInput: turn.said.join('\n'),
      metadata: {
        siteKey: site.key,
        page: { url: session.pageUrl, title: session.pageTitle },
        locale: session.locale ?? site.locale,
        lead: turn.lead,
        apiBaseUrl: `${publicUrl}/api/v1`,
        ...(turn.isTrial && { test: true }),
      },
    }),
    signal: turn.signal,
  };
}

const notSetUp = (message: string, trace: AgentTrace = {}) =>
  new AgentFault('not_set_up', message, { trace });
