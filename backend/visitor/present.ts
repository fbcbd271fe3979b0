import { presentVisitorLead, type ShownLead } from '../leads/present.ts';
import type { ChatSession } from '../models/chat-session.ts';
import type { Message } from '../models/message.ts';
import type { MessageView, VisitorSession } from './schema.ts';

export type ShownMessage = Pick<
  Message,
  'id' | 'seq' | 'role' | 'text' | 'choices' | 'authorName' | 'details' | 'createdAt'
>;
export type ShownSession = Pick<ChatSession, 'id' | 'completionStatus' | 'mode' | 'startedAt' | 'rating'>;

/** A message as the visitor sees it; nothing of how it was made. */
export function presentMessage(message: ShownMessage): MessageView {
  return {
    id: message.id,
    seq: message.seq,
    role: message.role,
    text: message.text,
    ...(message.choices?.length && { choices: message.choices }),
    ...(message.role === 'staff' && message.authorName && { author: { name: message.authorName } }),
    ...((message.details?.fallback || message.details?.late) && { form: 'details' as const }),
    createdAt: message.createdAt.toISOString(),
  };
}

/** @param staffName the first name to show of whoever took over */
export function presentVisitorSession(
  session: ShownSession,
  lead: ShownLead | null | undefined,
  staffName?: string | null,
): VisitorSession {
  return {
    id: session.id,
    completionStatus: session.completionStatus,
    mode: session.mode,
    ...(session.mode === 'human' && staffName && { staffName }),
    startedAt: session.startedAt.toISOString(),
    ...(lead && { lead: presentVisitorLead(lead) }),
    ...(session.rating && { rating: session.rating }),
  };
}
