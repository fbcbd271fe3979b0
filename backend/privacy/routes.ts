import type { Transaction } from '../db/knex.ts';
import type { Principal } from '../http/principal.ts';
import { type Route, route } from '../http/route.ts';
import type { Logger } from '../log.ts';
import { reachOf } from '../sessions/policy.ts';
import { audit } from '../staff/audit.ts';
import { erasePerson, type PrivacyDeps } from './actions.ts';
import { contactOf } from './contact.ts';
import { partOf, sendPerson } from './export.ts';
import type { Matching } from './matching.ts';
import { canHandlePersons, canSeeErasures } from './policy.ts';
import { presentErasure } from './present.ts';
import { findPerson, listErasures } from './queries.ts';
import {
  ErasureFilters,
  ErasurePage,
  ExportPage,
  PersonErased,
  PersonExported,
  PersonFound,
  PersonWish,
} from './schema.ts';

const base = '/api/v1/privacy';

export function privacyRoutes(deps: PrivacyDeps & { log: Logger }): Route[] {
  const { database, log } = deps;
  const matchingOf = async (wish: PersonWish, principal: Principal): Promise<Matching> => ({
    contact: await contactOf(database, wish),
    reach: reachOf(principal),
  });
  /** Everything read is of one moment. */
  const atOneMoment = <T>(read: (trx: Transaction) => Promise<T>) =>
    database.transaction(read, { isolationLevel: 'repeatable read', readOnly: true });
  return [
    route({
      method: 'post',
      path: `${base}/find`,
      summary: 'What is held about a person, by e-mail or phone; nothing is changed',
      allow: canHandlePersons,
      body: PersonWish,
      answer: { status: 200, schema: PersonFound },
      async handler({ body, principal }) {
        const matching = await matchingOf(body, principal);
        return atOneMoment((trx) => findPerson(trx, matching));
      },
    }),
    route({
      method: 'post',
      path: `${base}/export`,
      summary: 'Everything held about a person, as one JSON document or in pages',
      allow: canHandlePersons,
      query: ExportPage,
      body: PersonWish,
      answer: { status: 200, schema: PersonExported, contentType: 'application/json' },
      async handler({ ctx, query, body, principal }) {
        const matching = await matchingOf(body, principal);
        const part = partOf(query);
        // Each page is noted: a cursor can be made up, and nothing leaves unseen.
        await database.transaction((trx) =>
          audit(trx, principal, {
            action: 'person.exported',
            subject: { kind: 'person' },
            siteId: matching.reach.siteId,
          }),
        );
        await atOneMoment((trx) => sendPerson(ctx, trx, matching, part, log));
      },
    }),
    route({
      method: 'post',
      path: `${base}/erase`,
      summary: 'Erase a person: their conversations with everything, and every mention elsewhere',
      allow: canHandlePersons,
      body: PersonWish,
      answer: { status: 200, schema: PersonErased },
      handler: ({ body, principal }) => erasePerson(deps, body, principal),
    }),
    route({
      method: 'get',
      path: `${base}/erasures`,
      summary: 'Erasures so far: when, by whom and how much, never who',
      allow: canSeeErasures,
      query: ErasureFilters,
      answer: { status: 200, schema: ErasurePage },
      async handler({ query }) {
        const { items, nextCursor } = await listErasures(database, query);
        return { items: items.map(presentErasure), nextCursor };
      },
    }),
  ];
}
