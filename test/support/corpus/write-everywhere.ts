/** A stranger who writes the same kind of thing into every field there is, through every route that takes any. */
import type { TSchema } from '@sinclair/typebox';
import { FaultReport, N8nFault } from '../../../backend/incidents/schema.ts';
import { type Answer, type CallOptions, call } from '../http-client.ts';
import { identityToken, readCode } from '../identity-token.ts';
import { KeyClient } from '../key-client.ts';
import type { TestParlour } from '../parlour.ts';
import { VisitorClient } from '../visitor-client.ts';
import { bodyOf, fill, type STRANGERS_WRITE, type Writer } from './strangers.ts';

export interface Written {
  visitor: VisitorClient;
  leadId: string;
  /** Of the conversation that was held elsewhere. */
  ingestedId: string;
}

interface Refusal {
  error: { fields?: Array<{ path: string }> };
}

export class EverywhereWriter {
  /** Fields that turned a text down, by route: these need no care further on. */
  readonly refused = new Set<string>();
  private count = 0;

  private constructor(
    private readonly parlour: TestParlour,
    private readonly key: KeyClient,
    private readonly identitySecret: string,
  ) {}

  static async for(parlour: TestParlour): Promise<EverywhereWriter> {
    const scopes = ['sessions:write', 'leads:write', 'errors:write'];
    const connected = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${parlour.site.id}/connect`);
    return new EverywhereWriter(
      parlour,
      await KeyClient.make(parlour, scopes),
      readCode(connected.code).identity,
    );
  }

  async write(writer: Writer): Promise<Written> {
    const { parlour, key } = this;
    const { key: siteKey } = parlour.site;
    const number = ++this.count;
    const byKey =
      (path: string, method = 'POST') =>
      (json: unknown) =>
        key.call(path, { method, json });

    const started = await this.send('POST /api/v1/visitor/sessions', { siteKey }, writer, (json) =>
      call(`${parlour.url}/api/v1/visitor/sessions`, { json, headers: { 'user-agent': browserOf(writer) } }),
    );
    const { token, session, messages } = started as {
      token: string;
      session: { id: string };
      messages: never[];
    };
    const visitor = new VisitorClient(parlour.url, token, session.id, messages[0]!);
    const asVisitor =
      (path: string, options: CallOptions = {}) =>
      (json: unknown) =>
        visitor.call(path, { ...options, json });
    await this.send('POST /api/v1/visitor/session/messages', {}, writer, asVisitor('/session/messages'));
    const email = `somebody${number}@example.com`;
    await this.send(
      'PUT /api/v1/visitor/session/lead',
      { consent: true },
      writer,
      asVisitor('/session/lead', { method: 'PUT' }),
    );
    await this.send('POST /api/v1/visitor/session/rating', {}, writer, asVisitor('/session/rating'));
    const identity = identityToken(this.identitySecret, {
      site: siteKey,
      email,
      name: writer('PUT /api/v1/visitor/session/identity name', 200),
    });
    await this.send(
      'PUT /api/v1/visitor/session/identity',
      { identity },
      writer,
      asVisitor('/session/identity', { method: 'PUT' }),
    );
    await this.send(
      'POST /api/v1/sessions/:id/messages',
      { role: 'assistant' },
      writer,
      byKey(`/api/v1/sessions/${session.id}/messages`),
    );
    const reported = await this.send(
      'PUT /api/v1/sessions/:id/lead',
      {},
      writer,
      byKey(`/api/v1/sessions/${session.id}/lead`, 'PUT'),
    );
    const { id: leadId } = reported as { id: string };
    await this.send(
      'PATCH /api/v1/leads/:id',
      { ownerId: undefined, email },
      writer,
      byKey(`/api/v1/leads/${leadId}`, 'PATCH'),
    );
    await visitor.call('/session/complete', { method: 'POST' });
    const ingested = await this.send(
      'POST /api/v1/ingest',
      { siteKey, channel: 'external', 'lead.email': `told${number}@example.com` },
      writer,
      byKey('/api/v1/ingest'),
    );
    // The route itself takes any object; these are the two shapes that it reads.
    for (const [form, fault] of Object.entries({ FaultReport, N8nFault }))
      await this.sendAs(
        `POST /api/v1/errors ${form}`,
        fault,
        { sessionId: session.id },
        writer,
        byKey('/api/v1/errors'),
      );
    return { visitor, leadId, ingestedId: (ingested as { session: { id: string } }).session.id };
  }

  private send(
    name: (typeof STRANGERS_WRITE)[number],
    given: Record<string, unknown>,
    writer: Writer,
    ask: (json: unknown) => Promise<Answer<unknown>>,
  ): Promise<unknown> {
    return this.sendAs(name, bodyOf(this.parlour.routes, name), given, writer, ask);
  }

  /** Once more without the fields that were turned down. */
  private async sendAs(
    name: string,
    schema: TSchema,
    given: Record<string, unknown>,
    writer: Writer,
    ask: (json: unknown) => Promise<Answer<unknown>>,
  ): Promise<unknown> {
    const left = { ...given };
    const named: Writer = (path, max) => writer(`${name} ${path}`, max);
    for (let tries = 0; ; tries++) {
      const { status, body } = await ask(fill(schema, named, left));
      if (status < 300) return body;
      const fields = (body as Refusal).error.fields ?? [];
      if (status !== 422 || tries === 3 || fields.length === 0)
        throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
      for (const { path } of fields) {
        // Ingest names a detail of the lead by its own name.
        for (const field of [path, `lead.${path}`]) {
          left[field] = undefined;
          this.refused.add(`${name} ${field}`);
        }
      }
    }
  }
}

/** A browser's name for itself, of the signs that a header can carry. */
const browserOf = (writer: Writer) =>
  writer('POST /api/v1/visitor/sessions user-agent', 300).replace(/[^ -~]/g, '');
