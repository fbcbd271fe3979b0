/**
 * Notes that the team writes beside a conversation. Visitors and agents never see them.
 */
import { uuidv7 } from 'uuidv7';
import type { Database, Transaction } from '../db/knex.ts';
import { forbidden, notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { ChatSession } from '../models/chat-session.ts';
import { SessionNote } from '../models/session-note.ts';
import { audit } from '../staff/audit.ts';
import { lockSession } from './actions.ts';
import { mayDeleteNote, mayEditNote } from './policy.ts';

/** @throws not_found */
export async function addNote(
  database: Database,
  sessionId: string,
  text: string,
  by: StaffPrincipal,
): Promise<SessionNote> {
  return database.transaction(async (trx) => {
    const session = await lockSession(trx, sessionId, by);
    const note = await SessionNote.query(trx).insertAndFetch({
      id: uuidv7(),
      sessionId,
      authorId: by.userId,
      authorName: by.name,
      text: text.trim(),
    });
    await record(trx, session, 'note.added', note, by);
    return note;
  });
}

/** @throws not_found, forbidden when somebody else wrote it */
export async function editNote(
  database: Database,
  { sessionId, id }: { sessionId: string; id: string },
  text: string,
  by: StaffPrincipal,
): Promise<SessionNote> {
  return database.transaction(async (trx) => {
    const session = await lockSession(trx, sessionId, by);
    const note = await find(trx, sessionId, id);
    if (!mayEditNote(by, note)) throw forbidden('Only who wrote a note may change it.');
    const changed = await note.$query(trx).patchAndFetch({ text: text.trim(), editedAt: new Date() });
    await record(trx, session, 'note.edited', changed, by);
    return changed;
  });
}

/** @throws not_found, forbidden */
export async function deleteNote(
  database: Database,
  { sessionId, id }: { sessionId: string; id: string },
  by: StaffPrincipal,
): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await lockSession(trx, sessionId, by);
    const note = await find(trx, sessionId, id);
    if (!mayDeleteNote(by, note)) throw forbidden('Only who wrote a note, or an admin, may remove it.');
    await note.$query(trx).delete();
    await record(trx, session, 'note.deleted', note, by);
  });
}

async function find(trx: Transaction, sessionId: string, id: string): Promise<SessionNote> {
  const note = await SessionNote.query(trx).findOne({ id, sessionId });
  if (!note) throw notFound('There is no such note.');
  return note;
}

async function record(
  trx: Transaction,
  session: ChatSession,
  action: string,
  note: SessionNote,
  by: StaffPrincipal,
): Promise<void> {
  await audit(trx, by, { action, subject: { kind: 'note', id: note.id }, siteId: session.siteId });
  await publish(trx, {
    type: 'session.updated',
    siteId: session.siteId,
    data: { sessionId: session.id },
  });
}
