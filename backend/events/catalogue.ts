/**
 * Every event there is, by name, with what it carries. An event names rows, never copies them: texts and personal
 * details stay in their own tables, so that erasing a person is erasing rows. Readers look the rows up.
 */
export interface EventCatalogue {
  'session.created': { sessionId: string };
  /** Completion, mode, page, rating or QA state changed. */
  'session.updated': { sessionId: string };
  'session.completed': { sessionId: string; signal: string };
  'session.abandoned': { sessionId: string };
  'session.archived': { sessionId: string; by?: string };
  'session.unarchived': { sessionId: string; by?: string };
  /** Deleted by staff, by retention, or erased by the visitor. Only the id is left. */
  'session.deleted': { sessionId: string };
  'message.created': { sessionId: string; seq: number };
  'lead.updated': { sessionId: string };
  /** Once, when a conversation is completed and its lead has an e-mail or a phone. */
  'lead.completed': { sessionId: string };
  'site.updated': { siteId: string };
  /** A person's sign-ins, role or status changed: whoever holds a connection for them looks again. */
  'staff.changed': { userId: string };
  'incident.opened': { sessionId?: string; incidentId: string };
}

export type EventType = keyof EventCatalogue;
export type EventOf<T extends EventType = EventType> = {
  [K in T]: { type: K; siteId: string | null; data: EventCatalogue[K] };
}[T];
