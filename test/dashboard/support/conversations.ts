/** The fake backend's conversations: what the list and the detail answer, and what tests make happen to them. */

import type { LeadView } from '../../../backend/leads/schema.ts';
import type { LiveData, LiveEventName } from '../../../backend/live/schema.ts';
import type { SessionDetail, SessionRow, StaffMessage } from '../../../backend/sessions/schema.ts';
import { makeLead, makeMessage, makeRow } from './sample.ts';

interface Kept {
  row: SessionRow;
  lead: LeadView | null;
  messages: StaffMessage[];
  archivedAt: string | null;
}

export class Conversations {
  readonly #kept = new Map<string, Kept>();
  readonly #publish: (name: LiveEventName, data: LiveData) => void;

  constructor(publish: (name: LiveEventName, data: LiveData) => void) {
    this.#publish = publish;
  }

  /** A conversation that is there before anybody looks, or that begins now when `live`. */
  add(
    row: Partial<SessionRow> = {},
    { messages = [] as Partial<StaffMessage>[], live = false } = {},
  ): SessionRow {
    const made = makeRow(row);
    const said =
      messages.length > 0
        ? messages
        : [
            { role: 'assistant' as const, text: 'Hello. How can we help?' },
            { text: made.lastMessage?.text ?? 'Hello' },
          ];
    this.#kept.set(made.id, {
      row: { ...made, messageCount: said.length },
      lead: made.lead ? makeLead(made.id, made.lead) : null,
      messages: said.map((message, index) => makeMessage({ ...message, seq: index + 1 })),
      archivedAt: null,
    });
    if (live) this.#tell('session.created', made.id);
    return this.#at(made.id).row;
  }

  /** Somebody writes; the row moves to the top. */
  say(id: string, message: Partial<StaffMessage>): void {
    const kept = this.#at(id);
    const now = new Date().toISOString();
    const stored = makeMessage({ createdAt: now, ...message, seq: kept.messages.length + 1 });
    kept.messages = [...kept.messages, stored];
    kept.row = {
      ...kept.row,
      lastMessageAt: now,
      lastMessage: { role: stored.role, text: stored.text.slice(0, 200) },
      messageCount: kept.messages.length,
    };
    this.#tell('message.created', id, { message: stored });
  }

  setLead(id: string, lead: Partial<LeadView>): void {
    const kept = this.#at(id);
    kept.lead = makeLead(id, { ...kept.lead, ...lead });
    const { name, email, phone, company, qualification } = kept.lead;
    kept.row = { ...kept.row, lead: { name, email, phone, company, qualification } };
    this.#tell('lead.updated', id, { lead: kept.lead });
  }

  /** What a PATCH or another colleague does. */
  change(id: string, patch: Partial<SessionRow>): void {
    const kept = this.#at(id);
    const { archiveStatus, completionStatus } = patch;
    kept.row = { ...kept.row, ...patch };
    if (archiveStatus) {
      kept.archivedAt = archiveStatus === 'archived' ? new Date().toISOString() : null;
      this.#tell(archiveStatus === 'archived' ? 'session.archived' : 'session.unarchived', id);
    }
    if (completionStatus) this.#tell('session.updated', id);
  }

  remove(id: string): void {
    this.#kept.delete(id);
    this.#publish('session.deleted', { sessionId: id });
  }

  clear(): void {
    this.#kept.clear();
  }

  read(id: string): SessionDetail | null {
    const kept = this.#kept.get(id);
    if (!kept) return null;
    const archivedBy = kept.archivedAt ? { id: 'u1', name: 'Ana Keller' } : null;
    return {
      session: {
        ...kept.row,
        referrer: 'https://search.example/?q=garden',
        utm: { source: 'newsletter', medium: 'email', campaign: 'autumn' },
        locale: 'de-DE',
        timezone: 'Europe/Berlin',
        device: 'Firefox on Windows',
        completedAt: kept.row.completionStatus === 'completed' ? kept.row.lastMessageAt : null,
        completionSignal: kept.row.completionStatus === 'completed' ? 'required_fields' : null,
        archivedAt: kept.archivedAt,
        archivedBy,
        rating: null,
      },
      lead: kept.lead,
      leadFields: [],
      messages: kept.messages,
      notes: [],
      earlier: [],
      reviews: [],
      incidents: [],
      deliveries: [],
      spend: null,
    };
  }

  /** One page of the list, with the number of rows already given as its cursor. */
  page(query: URLSearchParams): { items: SessionRow[]; nextCursor: string | null } {
    const rows = [...this.#kept.values()]
      .map(({ row }) => row)
      .filter((row) => row.archiveStatus === (query.get('archive') ?? 'active'))
      .filter((row) => !query.has('completion') || row.completionStatus === query.get('completion'))
      .sort((a, b) => b.lastMessageAt.localeCompare(a.lastMessageAt) || b.id.localeCompare(a.id));
    const cursor = query.get('cursor');
    const after = cursor === null ? 0 : rows.findIndex((row) => row.id === cursor) + 1;
    const items = rows.slice(after, after + Number(query.get('limit') ?? 50));
    const more = after + items.length < rows.length;
    return { items, nextCursor: more ? (items.at(-1)?.id ?? null) : null };
  }

  #at(id: string): Kept {
    const kept = this.#kept.get(id);
    if (!kept) throw new Error(`No conversation ${id}`);
    return kept;
  }

  #tell(name: LiveEventName, id: string, more: Partial<LiveData> = {}): void {
    this.#publish(name, { sessionId: id, session: this.#at(id).row, ...more });
  }
}
