import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { forbidden } from '../errors.ts';
import type { Principal, StaffPrincipal } from '../http/principal.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { addNote, deleteNote, editNote } from './note-actions.ts';
import { canWriteNotes } from './policy.ts';
import { presentNote } from './present.ts';
import { NoteView, NoteWrite } from './schema.ts';

const OneSession = Type.Object({ id: Id });
const OneNote = Type.Object({ id: Id, noteId: Id });

/** Notes are read with their conversation. */
export function noteRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/sessions/:id/notes',
      summary: 'Write a note beside a conversation; visitors never see it',
      limits: { bodyBytes: 64 * 1024 },
      allow: canWriteNotes,
      params: OneSession,
      body: NoteWrite,
      answer: { status: 201, schema: NoteView },
      async handler({ params, body, principal }) {
        return presentNote(await addNote(database, params.id, body.text, person(principal)));
      },
    }),
    route({
      method: 'patch',
      path: '/api/v1/sessions/:id/notes/:noteId',
      summary: 'Correct a note of one’s own',
      limits: { bodyBytes: 64 * 1024 },
      allow: canWriteNotes,
      params: OneNote,
      body: NoteWrite,
      answer: { status: 200, schema: NoteView },
      async handler({ params: { id, noteId }, body, principal }) {
        return presentNote(
          await editNote(database, { sessionId: id, id: noteId }, body.text, person(principal)),
        );
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/sessions/:id/notes/:noteId',
      summary: 'Remove a note of one’s own; an admin may remove any',
      allow: canWriteNotes,
      params: OneNote,
      answer: { status: 204, schema: null },
      async handler({ params: { id, noteId }, principal }) {
        await deleteNote(database, { sessionId: id, id: noteId }, person(principal));
      },
    }),
  ];
}

/** The policy lets only people in; this tells the compiler so. */
function person(principal: Principal): StaffPrincipal {
  if (principal.kind !== 'staff') throw forbidden();
  return principal;
}
