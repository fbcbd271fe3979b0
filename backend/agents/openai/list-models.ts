/** The names of the models that a server knows, for choosing one instead of typing it. */
import { type Outgoing, readLimited } from '../../http/outgoing.ts';
import { AgentFault } from '../agent.ts';
import { cleanText } from '../plain-text.ts';
import { connectionFault, statusFault } from './faults.ts';
import type { ModelsAnswer } from './schema.ts';
import { endpointOf } from './settings.ts';

const TIMEOUT_MS = 10_000;
const LARGEST = 4 * 1024 * 1024;
const MOST = 1_000;

export async function listModels(
  outgoing: Outgoing,
  baseUrl: string,
  apiKey: string | null,
): Promise<ModelsAnswer> {
  try {
    const models = await ask(outgoing, endpointOf(baseUrl), apiKey);
    const message =
      models.length === 0
        ? 'The server answered, but named no model. Type the name as its documentation gives it.'
        : models.length === 1
          ? 'The server has 1 model.'
          : `The server has ${models.length} models.`;
    return { ok: models.length > 0, message, models };
  } catch (error) {
    if (error instanceof AgentFault) return { ok: false, message: error.message, models: [] };
    throw error;
  }
}

async function ask(outgoing: Outgoing, base: string, apiKey: string | null): Promise<string[]> {
  const about = { base, model: '', said: [], trace: {} };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let body: string;
  try {
    const response = await outgoing.fetch(`${base}/models`, {
      headers: {
        ...(apiKey && { authorization: `Bearer ${apiKey}` }),
        accept: 'application/json',
        'user-agent': 'Parlour',
      },
      signal,
    });
    body = await readLimited(response, LARGEST);
    if (!response.ok) throw statusFault(response.status, body, response.headers.get('retry-after'), about);
  } catch (error) {
    if (signal.aborted)
      throw new AgentFault('timeout', `The server did not answer within ${TIMEOUT_MS / 1000} seconds.`);
    throw connectionFault(error, about, false);
  }
  return namesIn(body);
}

function namesIn(body: string): string[] {
  try {
    const { data } = JSON.parse(body) as { data?: unknown };
    const ids = Array.isArray(data) ? data.map((model) => (model as { id?: unknown } | null)?.id) : [];
    const names = ids.flatMap((id) =>
      typeof id === 'string' && id !== '' ? cleanText(id).slice(0, 200) : [],
    );
    return [...new Set(names)].sort((a, b) => a.localeCompare(b)).slice(0, MOST);
  } catch {
    throw new AgentFault(
      'not_a_reply',
      'Something answers there, but not a model’s server. Check the address.',
    );
  }
}
