import { Type } from '@sinclair/typebox';
import type { Database } from '../../db/knex.ts';
import { notFound } from '../../errors.ts';
import type { Outgoing } from '../../http/outgoing.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import type { Keys } from '../../keys.ts';
import { Site } from '../../models/site.ts';
import { AgentFault } from '../agent.ts';
import { listModels } from './list-models.ts';
import { canSetUpModels } from './policy.ts';
import { ModelsAnswer, ModelsRequest, SpendToday } from './schema.ts';
import { DEFAULT_LIMITS, endpointOf, headerSafe, openKey } from './settings.ts';
import { spendToday } from './spend.ts';

const OneSite = Type.Object({ id: Id });

export interface ModelDeps {
  database: Database;
  outgoing: Outgoing;
  secretKey: Keys;
}

export function modelRoutes({ database, outgoing, secretKey }: ModelDeps): Route[] {
  const find = async (id: string) => {
    const site = await Site.query(database).findById(id);
    if (!site) throw notFound('There is no such site.');
    return site;
  };
  return [
    route({
      method: 'post',
      path: '/api/v1/sites/:id/models',
      summary: 'Ask the model’s server for the models it has; nothing is stored',
      allow: canSetUpModels,
      params: OneSite,
      body: ModelsRequest,
      answer: { status: 200, schema: ModelsAnswer },
      async handler({ params, body }) {
        const { openai } = (await find(params.id)).agent;
        const address = body.baseUrl ?? openai?.baseUrl;
        if (!address) return { ok: false, message: 'Give the address of the server first.', models: [] };
        try {
          // A saved key is written once and never read: it must not follow an address that is only being tried.
          const isSaved = openai?.baseUrl !== undefined && endpointOf(openai.baseUrl) === endpointOf(address);
          const key = body.apiKey ? headerSafe(body.apiKey) : isSaved ? openKey(openai, secretKey) : null;
          return await listModels(outgoing, address, key);
        } catch (error) {
          if (error instanceof AgentFault) return { ok: false, message: error.message, models: [] };
          throw error;
        }
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/:id/spend',
      summary: 'What the model used today, and the limits that hold',
      allow: canSetUpModels,
      params: OneSite,
      answer: { status: 200, schema: SpendToday },
      async handler({ params }) {
        const { agent } = await find(params.id);
        const { priceIn, priceOut, ...given } = agent.openai ?? {};
        const { calls, tokens, cost } = await spendToday(database, params.id);
        const hasPrices = priceIn !== undefined || priceOut !== undefined;
        return {
          tokens,
          calls,
          cost: hasPrices ? cost : null,
          limits: {
            maxTokensPerDay: given.maxTokensPerDay ?? DEFAULT_LIMITS.maxTokensPerDay,
            maxRepliesPerSession: given.maxRepliesPerSession ?? DEFAULT_LIMITS.maxRepliesPerSession,
            maxHistoryTokens: given.maxHistoryTokens ?? DEFAULT_LIMITS.maxHistoryTokens,
          },
        };
      },
    }),
  ];
}
