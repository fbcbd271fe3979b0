import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { EventReader } from '../support/event-reader.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { letIn, type TestPerson } from '../support/people.ts';
import { StaffClient } from '../support/staff-client.ts';

/**
 * Clause by clause; what is not here is in test/backend/staff: a new id at each sign-in, never one from outside, the
 * cookie's HttpOnly and SameSite, sign-out also against requests under way (signing-in), disabling and roles at once,
 * open streams included (people), one's other devices (account). Secure and `__Host-` are in 24-headers.
 */
describe('sign-ins of staff (promise 14)', () => {
  let parlour: TestParlour;
  let person: TestPerson;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());
  beforeEach(async () => {
    person = await letIn(parlour);
  });

  const idOf = ({ cookie }: StaffClient) => /(?:^|; )parlour=([^;]+)/.exec(cookie)![1]!;
  const rowOf = (client: StaffClient) =>
    parlour.database('staff_sessions').where({ idHash: createHash('sha256').update(idOf(client)).digest() });
  const status = async (client: StaffClient) => (await client.call('/api/v1/auth/me')).status;
  /** Moves a time of the sign-in as if it had been that long ago, or were that near. */
  const shift = (client: StaffClient, column: string, hours: number) =>
    rowOf(client).update({ [column]: parlour.database.raw(`now() + make_interval(hours => ?)`, [hours]) });

  it('are in the database by the sha256 of their id alone', async () => {
    const rows = await rowOf(person.client);
    expect(rows).to.have.length(1);
    expect(Buffer.from(idOf(person.client), 'base64url').length, 'random bytes').to.be.at.least(16);
    const { rows: texts } = await parlour.database.raw('SELECT t::text AS row FROM staff_sessions t');
    const all = texts.map(({ row }: { row: string }) => row).join();
    expect(all).to.not.include(idOf(person.client));
    expect(all).to.not.include(Buffer.from(idOf(person.client)).toString('hex'));
  });

  it('end after a time without use, however young', async () => {
    await shift(person.client, 'lastSeenAt', -11);
    expect(await status(person.client), 'used within the working day').to.equal(200);
    await shift(person.client, 'lastSeenAt', -13);
    expect(await status(person.client)).to.equal(401);
    expect(await status(person.client), 'and asking does not wake it').to.equal(401);
  });

  it('end after a week, however much used, and using them gives no more time', async () => {
    const ends = async () => Number((await rowOf(person.client).first()).expiresAt);
    const first = await ends();
    expect(first - Date.now()).to.be.at.most(7 * 24 * 3600 * 1000);
    await shift(person.client, 'lastSeenAt', -1);
    expect(await status(person.client)).to.equal(200);
    expect(await ends()).to.equal(first);
    await shift(person.client, 'expiresAt', -1);
    expect(await status(person.client)).to.equal(401);
  });

  it('that ended while requests were under way stay ended, streams too', async () => {
    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: person.client.headers });
    await live.find(({ event }) => event === 'ready');
    const reading = Array.from({ length: 20 }, () => status(person.client));
    await parlour.admin.patch(`/api/v1/users/${person.id}`, { disabled: true });
    await Promise.all(reading);
    await live.end();
    await parlour.admin.patch(`/api/v1/users/${person.id}`, { disabled: false });
    expect(await status(person.client), 'back in the team, but not by the old sign-in').to.equal(401);
    const rows = await rowOf(person.client);
    expect(rows).to.deep.equal([]);
    measured(14, counted`disabled during ${reading.length} requests and a stream, ${rows.length} revived`);
    expect(await status(await StaffClient.signIn(parlour.url, person.credentials))).to.equal(200);
  });
});
