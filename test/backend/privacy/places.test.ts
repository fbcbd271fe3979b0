import { expect } from 'chai';
import { CONVERSATION_PLACES, MENTIONS, PLACES } from '../../../backend/privacy/places.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';

/** A new table has to be decided on: does it hold personal data, and what becomes of it? See backend/privacy/places. */
describe('where personal data lives (promise 23)', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
  });
  after(() => parlour.stop());

  const names = async (sql: string) =>
    (await parlour.database.raw(sql)).rows.map(({ name }: { name: string }) => name).sort();
  const nameOf = `CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS name`;
  const ours = `FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname IN ('public', 'jobs')`;

  it('is decided for every table that holds text, and for none that is not there', async () => {
    const withText = await names(`SELECT ${nameOf} ${ours} AND EXISTS (
      SELECT 1 FROM information_schema.columns i WHERE i.table_schema = n.nspname AND i.table_name = c.relname
        AND i.data_type IN ('text', 'jsonb', 'json', 'character varying', 'ARRAY', 'bytea', 'tsvector'))`);
    expect(withText.filter((name: string) => !(name in PLACES))).to.deep.equal([]);
    const all = await names(`SELECT ${nameOf} ${ours}`);
    expect(Object.keys(PLACES).filter((name) => !all.includes(name))).to.deep.equal([]);
  });

  it('goes with its conversation by cascading keys, wherever it belongs to one', async () => {
    const cascading = await names(`
      WITH RECURSIVE below AS (
        SELECT 'chat_sessions'::regclass AS id
        UNION SELECT k.conrelid FROM pg_constraint k JOIN below ON k.confrelid = below.id
        WHERE k.contype = 'f' AND k.confdeltype = 'c')
      SELECT id::regclass::text AS name FROM below`);
    const listed = CONVERSATION_PLACES.map(({ table }) => table);
    expect(listed.filter((name) => !cascading.includes(name))).to.deep.equal([]);
    const undecided = await names(`
      SELECT conrelid::regclass::text AS name FROM pg_constraint
      WHERE contype = 'f' AND confrelid = 'chat_sessions'::regclass AND confdeltype <> 'c'`);
    expect(undecided).to.deep.equal([]);
  });

  it('names every text column of those tables that somebody could be mentioned in', async () => {
    const { rows } = await parlour.database.raw(`SELECT table_name AS "table", column_name AS "column"
      FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb')`);
    const told = new Set([
      ...CONVERSATION_PLACES.flatMap(({ table, tells = [] }) => tells.map((column) => `${table}.${column}`)),
      ...MENTIONS.flatMap(({ table, columns }) => columns.map(({ name }) => `${table}.${name}`)),
    ]);
    const left = (rows as Array<{ table: string; column: string }>)
      .filter(({ table }) => PLACES[table]?.holds === 'conversation' || PLACES[table]?.holds === 'trace')
      .map(({ table, column }) => `${table}.${column}`)
      .filter((name) => !told.has(name) && !NOT_WRITTEN_BY_ANYBODY.has(name));
    expect(left).to.deep.equal([]);
  });
});

/** Words of ours, names of staff, and what vendors number. */
const NOT_WRITTEN_BY_ANYBODY = new Set([
  'chat_sessions.channel',
  'chat_sessions.locale',
  'chat_sessions.timezone',
  'chat_sessions.device',
  'chat_sessions.ip_prefix',
  'chat_sessions.completion_status',
  'chat_sessions.completion_signal',
  'chat_sessions.archive_status',
  'chat_sessions.qa_status',
  'chat_sessions.mode',
  'chat_sessions.last_message_role',
  'messages.role',
  'messages.author_name',
  'leads.consent_version',
  'leads.qualification',
  'leads.score_reasons',
  'lead_changes.kind',
  'lead_changes.field',
  'lead_changes.source',
  'lead_changes.changed_by_name',
  'session_notes.author_name',
  'reviews.from_status',
  'reviews.to_status',
  'reviews.category',
  'reviews.cause',
  'reviews.fixed_version',
  'reviews.user_name',
  'deliveries.kind',
  'deliveries.event',
  'deliveries.dedupe_key',
  'deliveries.lane',
  'deliveries.status',
  'deliveries.external_id',
  'deliveries.external_url',
  'outbox_mails.event',
  'regression_cases.accepted_by',
  'regression_cases.created_by',
  'regression_cases.last_outcome',
  'replay_results.outcome',
  'messenger_events.page_id',
  'messenger_events.key',
  'messenger_events.person_id',
  'incidents.fingerprint',
  'incidents.status',
  'incidents.severity',
  'audit_entries.actor_kind',
  'audit_entries.actor_name',
  'audit_entries.action',
  'audit_entries.subject_kind',
  'audit_entries.ip_prefix',
]);
