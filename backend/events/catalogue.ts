/**
 * Every event there is, by name, with what it carries. An event names rows, never copies them: texts and personal
 * details stay in their own tables, so that erasing a person is erasing rows. Readers look the rows up.
 */
export interface EventCatalogue {
  'session.created': { sessionId: string };
  /** Completion, mode, page, rating or QA state changed. */
  'session.updated': { sessionId: string };
  /** A person answers from now on; `by` is their name, `from` whoever had it before. */
  'session.taken_over': { sessionId: string; by: string; from?: string };
  /** The assistant answers again; without `by` because nobody answered the visitor in time. */
  'session.released': { sessionId: string; by?: string };
  'session.completed': { sessionId: string; signal: string };
  'session.abandoned': { sessionId: string };
  /** A visitor waits for a person: asked for one just now, or has waited long for the one who took over. */
  'session.waiting': { sessionId: string };
  'session.archived': { sessionId: string; by?: string };
  'session.unarchived': { sessionId: string; by?: string };
  /** Deleted by staff, by retention, or erased by the visitor. Only the id is left. */
  'session.deleted': { sessionId: string };
  'message.created': { sessionId: string; seq: number };
  'lead.updated': { sessionId: string };
  /** Once, when a conversation is completed and its lead has an e-mail or a phone. */
  'lead.completed': { sessionId: string };
  /** Staff or an automation judged the lead worth a talk. */
  'lead.qualified': { sessionId: string };
  /** A label was made, renamed or removed: lists of them are read again. */
  'labels.changed': { labelId: string };
  'site.updated': { siteId: string };
  /** A page of what a site knows was added, changed or removed. */
  'knowledge.changed': { siteId: string; pageId: string };
  /** A person's sign-ins, role or status changed: whoever holds a connection for them looks again. */
  'staff.changed': { userId: string };
  /** A new account, or a new link for one that nobody has used yet. */
  'staff.invited': { userId: string };
  /** Somebody forgot their password. Whoever mails makes the link: only its hash is ever kept. */
  'staff.reset_requested': { userId: string };
  'api_key.revoked': { keyId: string };
  /** A fault seen for the first time, or again after it was resolved. */
  'incident.opened': { sessionId?: string; incidentId: string };
  /** It happened again, or somebody resolved, reopened or muted it. */
  'incident.changed': { sessionId?: string; incidentId: string };
  /** A verdict was given, or its words changed. */
  'review.changed': { sessionId: string; reviewId: string };
  /** A conversation was judged to have an issue: whoever can fix it is told. */
  'review.issue': { sessionId: string; reviewId: string };
  /** Somebody says the issue is fixed: whoever found it is told. */
  'review.fixed': { sessionId: string; reviewId: string };
  /** What waits to be read is not what it was. */
  'queue.changed': object;
  /** A replay or a run of kept cases went on; without a run, a case was kept, accepted or removed. */
  'replay.changed': { sessionId?: string; runId?: string };
  /** Something that is sent out was tried, delivered, given up or planned anew. */
  'delivery.updated': { sessionId?: string; deliveryId: string };
}

export type EventType = keyof EventCatalogue;
export type EventOf<T extends EventType = EventType> = {
  [K in T]: { type: K; siteId: string | null; data: EventCatalogue[K] };
}[T];
