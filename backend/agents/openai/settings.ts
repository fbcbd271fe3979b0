/**
 * A site's settings of a model, read and completed.
 */
import type { Keys } from '../../keys.ts';
import { decryptSecret, isSealed } from '../../sites/secrets.ts';
import { AgentFault } from '../agent.ts';

export interface ModelSettings {
  /** `.../v1`, without a trailing slash. */
  base: string;
  model: string;
  /** Null: the server asks for none, as on one's own machine. */
  apiKey: string | null;
  systemPrompt: string;
  temperature?: number;
  maxRepliesPerSession: number;
  maxTokensPerDay: number;
  maxHistoryTokens: number;
  /** For a million tokens, in whatever currency the site counts. */
  priceIn?: number;
  priceOut?: number;
}

/** What holds where a site sets nothing: enough for a lively chat, far from an unpleasant bill. */
export const DEFAULT_LIMITS = {
  maxRepliesPerSession: 60,
  maxTokensPerDay: 1_000_000,
  maxHistoryTokens: 3_000,
} as const;

/** @throws AgentFault not_set_up */
export function readSettings(settings: unknown, secretKey: Keys): ModelSettings {
  const { baseUrl, model, ...given } = (settings ?? {}) as Partial<ModelSettings> & { baseUrl?: string };
  if (!baseUrl) throw notSetUp('The address of the model’s server is missing in the assistant’s settings.');
  if (!model?.trim()) throw notSetUp('The name of the model is missing in the assistant’s settings.');
  const { systemPrompt = '', temperature, priceIn, priceOut } = given;
  return {
    base: endpointOf(baseUrl),
    model: model.trim(),
    apiKey: openKey(settings, secretKey),
    systemPrompt,
    temperature,
    priceIn,
    priceOut,
    maxRepliesPerSession: given.maxRepliesPerSession ?? DEFAULT_LIMITS.maxRepliesPerSession,
    maxTokensPerDay: given.maxTokensPerDay ?? DEFAULT_LIMITS.maxTokensPerDay,
    maxHistoryTokens: given.maxHistoryTokens ?? DEFAULT_LIMITS.maxHistoryTokens,
  };
}

/**
 * The base address as people paste it: with or without `/v1`, a slash at the end, or the whole address of the chat
 * call. A version somewhere in the path (`/v1beta/openai`) is left alone. @throws AgentFault not_set_up
 */
export function endpointOf(baseUrl: string): string {
  if (!URL.canParse(baseUrl.trim())) throw notSetUp('The address of the model’s server is no web address.');
  const { origin, pathname } = new URL(baseUrl.trim());
  const path = pathname.replace(/\/+$/, '').replace(/\/(chat\/completions|completions|models)$/, '');
  return origin + (/\/v\d+[a-z0-9]*(\/|$)/.test(path) ? path : `${path}/v1`);
}

/** @throws AgentFault not_set_up when it was sealed with another key, or can't travel in a header */
export function openKey(settings: unknown, secretKey: Keys): string | null {
  const { apiKey } = (settings ?? {}) as { apiKey?: unknown };
  if (!isSealed(apiKey)) return null;
  try {
    return headerSafe(decryptSecret(apiKey, 'agent.openai.apiKey', secretKey));
  } catch (error) {
    if (error instanceof AgentFault) throw error;
    throw notSetUp('The key of the model can’t be opened any more. Enter it again in the settings.');
  }
}

/** RFC 9110: a field value is visible ASCII. */
export function headerSafe(key: string): string {
  const trimmed = key.trim();
  if (!/^[\x21-\x7e]+$/.test(trimmed))
    throw notSetUp('The key of the model has a letter that no key has. Check that it was copied whole.');
  return trimmed;
}

const notSetUp = (message: string) => new AgentFault('not_set_up', message);
