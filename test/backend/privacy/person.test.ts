import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { reportIncident } from '../../../backend/incidents/report.ts';
import type { ErasurePage, PersonErased, PersonFound } from '../../../backend/privacy/schema.ts';
import { EventReader } from '../../support/event-reader.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { letIn } from '../../support/people.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { dumpOf, traces } from './dump.ts';

interface Exported {
  person: { email: string };
  conversations: Array<{
    session: { id: string; ratingComment: string };
    messages: Array<{ text: string }>;
    leads: Array<{ email: string; consentGiven: boolean }>;
    leadChanges: unknown[];
    sessionNotes: Array<{ text: string }>;
    deliveries: Array<{ id: string; payload: unknown }>;
    deliveryAttempts: Array<{ response: string }>;
    incidentOccurrences: unknown[];
  }>;
  mentions: Array<{ in: string; text: string }>;
  nextCursor: string | null;
}

describe('what is held about a person, and its erasure (promise 23)', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const post = <T>(what: string, json: object) => parlour.admin.post<T>(`/api/v1/privacy/${what}`, json);
  const start = (more = {}) => VisitorClient.start(parlour.url, parlour.site.key, more);
  const lead = (visitor: VisitorClient, json: object) =>
    visitor.call('/session/lead', { method: 'PUT', json });
  const raise = (fault: { message: string; sessionId?: string }) =>
    parlour.database.transaction((trx) => reportIncident(trx, { siteId: parlour.site.id, ...fault }));

  /** Everywhere that something of a person can get to: conversations of theirs, and traces elsewhere. */
  async function scatter({ name, email, phone, canary }: Person) {
    const [local, domain] = email.split('@') as [string, string];
    const withLead = await start({ page: { url: `https://landing.example/?email=${local}%40${domain}` } });
    await withLead.say(`The ${canary} is broken`);
    await lead(withLead, {
      name,
      email: email.toUpperCase(),
      phone,
      company: `${canary} Works`,
      consent: true,
    });
    await withLead.call('/session/rating', { json: { score: 5, comment: `Thanks, yours ${canary}` } });
    const id = withLead.sessionId;
    await parlour.admin.post(`/api/v1/sessions/${id}/notes`, { text: `Called ${name}, ${canary}` });
    const corrected = await start();
    await lead(corrected, { email });
    await lead(corrected, { email: `other-${local}@${domain}` });
    const typed = await start();
    await typed.say(`Just typing: ${email.replace('@', '@').toUpperCase()}. And the ${canary}`);
    const numbered = await start();
    await numbered.say(`Ring me: 01511 / 234-56 78, it is about ${canary}`);

    const bystander = await start();
    await bystander.say('Hello, I am somebody else');
    await parlour.admin.post(`/api/v1/sessions/${bystander.sessionId}/takeover`, {});
    await parlour.admin.post(`/api/v1/sessions/${bystander.sessionId}/messages`, {
      text: `Please write to ${email} or ring +49 (0)1511 2345678.`,
    });
    const deliveryId = randomUUID();
    await parlour.database('deliveries').insert({
      id: deliveryId,
      siteId: parlour.site.id,
      sessionId: id,
      kind: 'webhook',
      event: 'lead.completed',
      target: 'https://hooks.example',
      dedupeKey: randomUUID(),
      payload: JSON.stringify({ lead: { name, email } }),
      status: 'delivered',
    });
    await parlour
      .database('delivery_attempts')
      .insert({ deliveryId, number: 1, response: `{"thanks":"${name}\\n${email}"}` });
    await raise({ message: `No mail to ${name}: ${canary}`, sessionId: id });
    await raise({ message: `Mailbox full: ${email}` });
    await raise({ message: `The ${canary} failed`, sessionId: bystander.sessionId });
    return { ids: [id, corrected.sessionId, typed.sessionId, numbered.sessionId], bystander, deliveryId };
  }

  interface Person {
    name: string;
    email: string;
    phone: string;
    canary: string;
  }
  let made = 0;
  const person = (): Person => ({
    name: `Rosalinde Quitte${++made}`,
    email: `rosalinde${made}@quitte.example`,
    phone: '+4915112345678',
    canary: `glockenspiel${made}`,
  });

  it('finds, exports and erases everything, and leaves nothing in a dump', async () => {
    const rosa = person();
    const { ids, bystander, deliveryId } = await scatter(rosa);
    const namesake = await start();
    await lead(namesake, { email: `x.${rosa.email}` });
    const wish = { email: ` ${rosa.email.toUpperCase()} `, phone: '+49 1511 2345678' };

    const found = await post<PersonFound>('find', wish);
    expect(found.email).to.equal(rosa.email);
    expect(found.conversations.map(({ id }) => id).sort()).to.deep.equal([...ids].sort());
    expect(found.conversations.find(({ id }) => id === ids[0])!.foundIn).to.include.members([
      'lead',
      'visit',
    ]);
    expect(found.conversations.find(({ id }) => id === ids[3])!.foundIn).to.deep.equal(['message']);
    expect(found.counts).to.include({ sessions: 4, notes: 1, deliveries: 1, incidents: 1 });
    expect(found.counts.mentions).to.be.at.least(3);

    const file = await post<Exported>('export', wish);
    expect(file.conversations.map(({ session }) => session.id).sort()).to.deep.equal([...ids].sort());
    const whole = file.conversations.find(({ session }) => session.id === ids[0])!;
    expect(whole.session.ratingComment).to.contain(rosa.canary);
    expect(whole.messages.some(({ text }) => text === `The ${rosa.canary} is broken`)).to.equal(true);
    expect(whole.leads[0]).to.include({ consentGiven: true });
    expect(whole.leadChanges.length).to.be.greaterThan(2);
    expect(whole.sessionNotes[0]!.text).to.contain(rosa.name);
    expect(whole.deliveries[0]!.id).to.equal(deliveryId);
    expect(whole.deliveryAttempts[0]!.response).to.contain(rosa.name);
    expect(whole.incidentOccurrences).to.have.length(1);
    expect(file.mentions.map((mention) => mention.in)).to.include.members(['messages', 'incidents']);

    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: parlour.admin.headers });
    await live.find(({ event }) => event === 'ready');
    const erased = await post<PersonErased>('erase', wish);
    expect(erased).to.include({ ...found.counts, incidents: 1 });
    for (const id of ids)
      await live.find(({ event, data }) => event === 'session.deleted' && data.sessionId === id);
    live.close();

    const strings = [rosa.name, rosa.email, encodeURIComponent(rosa.email), rosa.phone, '015112345678'];
    const dump = (await dumpOf(parlour.database)).replaceAll(`x.${rosa.email}`, '');
    expect(traces(dump, strings)).to.deep.equal([]);
    // What another visitor's conversation failed at is theirs to keep.
    expect(traces(dump.replace(`The ${rosa.canary} failed`, ''), [rosa.canary])).to.deep.equal([]);
    const kept = await parlour.database('messages').where({ sessionId: bystander.sessionId, role: 'staff' });
    expect(kept[0].text).to.equal('Please write to [erased] or ring [erased].');
    expect((await namesake.transcript()).session.lead).to.include({ email: `x.${rosa.email}` });
    expect((await post<PersonFound>('find', wish)).counts.sessions).to.equal(0);

    const { items } = await parlour.admin.get<ErasurePage>('/api/v1/privacy/erasures');
    expect(items[0]).to.deep.include({ id: erased.id, actor: { kind: 'staff', name: 'admin' } });
    expect(items[0]!.counts).to.include({ sessions: 4 });
  });

  it('hands an export out in pages too, each conversation once, also while others come in', async () => {
    const rosa = person();
    const { ids } = await scatter({ ...rosa, phone: '+4915187654321' });
    const wish = { email: rosa.email };
    const page = (query: string) => post<Exported>(`export?${query}`, wish);
    const held = (await post<Exported>('export', wish)).conversations.map(({ session }) => session.id);
    expect(held).to.have.length(ids.length - 1);

    const first = await page('limit=2');
    expect(first.mentions).to.deep.equal([]);
    const late = await start();
    await late.say(`It is ${rosa.email} again`);
    const second = await page(`limit=2&cursor=${first.nextCursor}`);
    expect(second.nextCursor).to.equal(null);
    const handedOut = [...first.conversations, ...second.conversations].map(({ session }) => session.id);
    expect(handedOut).to.deep.equal([...held.sort(), late.sessionId]);

    // A page ends early where conversations are long, so that its reader can hold it.
    await parlour
      .database('messages')
      .where({ sessionId: held[0] })
      .update({ text: 'x'.repeat(600_000) });
    const long = await page('limit=50');
    expect(long.conversations.map(({ session }) => session.id)).to.deep.equal([held[0]]);
    expect((await page(`cursor=${long.nextCursor}`)).conversations).to.have.length(held.length);
    expect((await parlour.admin.call('/api/v1/privacy/export?cursor=x', { json: wish })).status).to.equal(
      400,
    );
  });

  it('keeps a key of one site to that site, and others out', async () => {
    const rosa = person();
    const { ids } = await scatter(rosa);
    const other = await parlour.createSite();
    const bound = await KeyClient.make(parlour, ['privacy'], other.id);
    const wish = { email: rosa.email };
    expect((await bound.send<PersonFound>('POST', '/api/v1/privacy/find', wish)).counts).to.include({
      sessions: 0,
      mentions: 0,
    });
    expect(await bound.send('POST', '/api/v1/privacy/erase', wish)).to.include({ sessions: 0, mentions: 0 });
    const agent = await letIn(parlour);
    for (const what of ['find', 'export', 'erase'])
      expect((await agent.client.call(`/api/v1/privacy/${what}`, { json: wish })).status).to.equal(403);
    expect((await post<PersonFound>('find', wish)).counts.sessions).to.equal(ids.length - 1);
    const key = await KeyClient.make(parlour, ['privacy']);
    expect(await key.send('POST', '/api/v1/privacy/erase', wish)).to.include({ sessions: 3 });
  });

  it('asks for an address or a number that can be one', async () => {
    for (const json of [{}, { email: 'rosa@' }, { phone: '12' }, { name: 'Rosa' }, { phone: '0151 1234567' }])
      expect(
        (await parlour.admin.call('/api/v1/privacy/erase', { json })).status,
        JSON.stringify(json),
      ).to.equal(422);
    const nobody = await post<PersonFound>('find', { email: 'nobody@nowhere.example' });
    expect(nobody.conversations).to.deep.equal([]);
    const empty = await post<Exported>('export', { email: 'nobody@nowhere.example' });
    expect(empty.conversations).to.deep.equal([]);
  });
});
