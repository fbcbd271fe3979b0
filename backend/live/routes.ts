import { Type } from '@sinclair/typebox';
import { type Route, route } from '../http/route.ts';
import { strict } from '../http/schema.ts';
import { canReadSessions } from '../sessions/policy.ts';
import type { StaffStreams } from './staff-streams.ts';

export function liveRoutes({ staffStreams }: { staffStreams: StaffStreams }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/live',
      summary: 'What changes, as it changes: an event stream, resumable with Last-Event-ID',
      allow: canReadSessions,
      query: Type.Object({ lastEventId: Type.Optional(Type.String({ maxLength: 60 })) }, strict),
      answer: { status: 200, schema: null, stream: 'always' },
      async handler({ ctx, principal }) {
        await staffStreams.open(ctx, principal);
      },
    }),
  ];
}
