/**
 * A Parlour with a bit of everything in it, and for each route the best credentials there are and ids that name
 * something: a bad request that is refused for its id alone says nothing about the rest.
 */
import { randomUUID } from 'node:crypto';
import type { Route } from '../../../backend/http/route.ts';
import { chance } from '../faults/rounds.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../parlour.ts';
import { StaffClient } from '../staff-client.ts';
import { VisitorClient } from '../visitor-client.ts';
import { asSchema, validValue } from './schema-values.ts';

/** The tables whose rows a parameter names, by the part of the path before it. */
const TABLES: Record<string, string> = {
  sessions: 'chat_sessions',
  errors: 'incidents',
  outbox: 'outbox_mails',
  replays: 'replay_runs',
  knowledge: 'knowledge_pages',
  notes: 'session_notes',
};
const CALLER = { email: 'caller@example.com', password: ADMIN.password };

export class HostileWorld {
  private caller!: StaffClient;

  private constructor(
    readonly parlour: TestParlour,
    readonly visitor: VisitorClient,
  ) {}

  static async start(): Promise<HostileWorld> {
    // Workers write by themselves; what is asked here is what requests write. Nothing may be called outside.
    const parlour = await startTestParlour({
      ...{ RATE_LIMIT_FACTOR: '0', ROLE: 'web', ALLOW_PRIVATE_NETWORK: 'false' },
    });
    const { admin, site, database, url } = parlour;
    const visitor = await VisitorClient.start(url, site.key);
    await visitor.say('Hello, I am Ana Silva, ana@example.com');
    await admin.post(`/api/v1/sessions/${visitor.sessionId}/notes`, { text: 'A note' });
    await admin.post('/api/v1/labels', { name: 'Later' });
    await admin.post(`/api/v1/sites/${site.id}/knowledge`, { title: 'Desks', body: 'There are ten desks.' });
    await admin.post('/api/v1/errors', {
      ...{ workflow: { name: 'Chat' }, message: 'The node timed out', sessionId: visitor.sessionId },
    });
    await admin.post('/api/v1/users', { email: 'guest@example.com', name: 'Guest', role: 'agent' });
    await admin.post('/api/v1/api-keys', { name: 'A key', scopes: ['stats:read'] });
    const { passwordHash } = await database('staff_users').where({ email: ADMIN.email }).first();
    await database('staff_users').insert({
      ...{ id: randomUUID(), email: CALLER.email, name: 'Caller', role: 'admin', status: 'active' },
      passwordHash,
    });
    const world = new HostileWorld(parlour, visitor);
    await world.signIn();
    return world;
  }

  stop = () => this.parlour.stop();

  /** Again, for routes that end sign-ins. */
  async signIn(): Promise<void> {
    this.caller = await StaffClient.signIn(this.parlour.url, CALLER);
  }

  /** What lets this route be called by whoever may do most. */
  credentials(route: Route): Record<string, string> {
    if (route.allow.caller === 'visitor') return { authorization: `Bearer ${this.visitor.token}` };
    return route.allow.caller === 'staff' ? this.caller.headers : { origin: this.parlour.url };
  }

  /** The route's path with ids that name something, where there is something. */
  async path(route: Route): Promise<string> {
    const parts = route.path.split('/');
    const { properties = {} } = route.params ? asSchema(route.params) : {};
    const named = parts.map((part, at) => {
      if (!part.startsWith(':')) return part;
      const schema = properties[part.slice(1)];
      const isId = !schema || schema.format === 'uuid' || part === ':siteKey';
      return isId ? this.idFor(parts[at - 1]!, part.slice(1)) : String(validValue(schema, chance()));
    });
    return (await Promise.all(named)).join('/');
  }

  private async idFor(before: string, name: string): Promise<string> {
    if (name === 'siteKey') return this.parlour.site.key;
    if (before === 'sessions') return this.visitor.sessionId;
    if (before === 'sites') return this.parlour.site.id;
    const table = TABLES[before] ?? before.replaceAll('-', '_');
    const known = before === 'users' ? 'staff_users' : table;
    const { database } = this.parlour;
    if (!(await database.schema.hasTable(known))) return randomUUID();
    const query = database(known).first('id');
    // Not the one who calls, who would shut themselves out.
    const row = await (known === 'staff_users' ? query.where({ email: 'guest@example.com' }) : query);
    return (row as { id: string } | undefined)?.id ?? randomUUID();
  }
}
