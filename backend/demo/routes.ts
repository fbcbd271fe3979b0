import type { StaffPrincipal } from '../http/principal.ts';
import { type Route, route } from '../http/route.ts';
import { type DemoDeps, fillDemo, removeDemo } from './actions.ts';
import { canManageDemo, canSeeDemo } from './policy.ts';
import { readDemo } from './queries.ts';
import { DemoState } from './schema.ts';

const path = '/api/v1/demo';

export function demoRoutes(deps: DemoDeps): Route[] {
  const { database } = deps;
  return [
    route({
      method: 'get',
      path,
      summary: 'Whether there are sample conversations, and how far making them has come',
      allow: canSeeDemo,
      answer: { status: 200, schema: DemoState },
      handler: () => readDemo(database),
    }),
    route({
      method: 'post',
      path,
      summary:
        'Make sample conversations of the last two weeks on a site of their own; nothing is ever sent because of them. Again makes those that are missing',
      allow: canManageDemo,
      answer: { status: 200, schema: DemoState },
      async handler({ principal }) {
        await fillDemo(deps, principal as StaffPrincipal);
        return readDemo(database);
      },
    }),
    route({
      method: 'delete',
      path,
      summary: 'Remove the sample conversations with everything that belongs to them, and their site',
      allow: canManageDemo,
      answer: { status: 200, schema: DemoState },
      async handler({ principal }) {
        await removeDemo(deps, principal as StaffPrincipal);
        return readDemo(database);
      },
    }),
  ];
}
