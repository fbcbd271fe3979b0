/**
 * What `GET /api/v1/live` sends to staff: `event:` is the event's name, `data:` is this. Rows are looked up at the
 * moment of sending, so they are never older than the event.
 */
import type { DeliveryView } from '../deliveries/schema.ts';
import type { EventType } from '../events/catalogue.ts';
import type { IncidentView } from '../incidents/schema.ts';
import type { LeadView } from '../leads/schema.ts';
import type { ReviewView } from '../reviews/schema.ts';
import type { SessionRow, StaffMessage } from '../sessions/schema.ts';

export interface LiveData {
  sessionId?: string;
  /** With site.updated. */
  siteId?: string;
  /** The list row as it is now; missing when the conversation is gone. */
  session?: SessionRow;
  /** With message.created. */
  message?: StaffMessage;
  /** With every lead.* event. */
  lead?: LeadView;
  /** With every review.* event. */
  review?: ReviewView;
  /** With delivery.updated. */
  deliveryId?: string;
  delivery?: DeliveryView;
  /** With every incident.* event. */
  incidentId?: string;
  incident?: IncidentView;
}

/** `resync` says: what you missed can't be told any more, load the page's data again. */
export type LiveEventName = EventType | 'resync';

/** `visitor.typing`: not stored, and not told again after a cut. */
export interface VisitorTyping {
  sessionId: string;
  on: boolean;
}
