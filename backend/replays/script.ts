/**
 * Taking a conversation apart into what is run again: the visitor's turns, each with the assistant's answers.
 */
import type { Database } from '../db/knex.ts';
import { leadValues } from '../leads/values.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import type { Script, ScriptTurn } from './schema.ts';

/** What came after is not run again: nobody compares more side by side. */
const TURNS_MAX = 100;
const MESSAGES_MAX = 1_000;

interface Given {
  field: string;
  value: string | null;
  at: Date;
}
type Said = Pick<Message, 'seq' | 'role' | 'text' | 'turnSeq' | 'createdAt'>;

/** undefined when the conversation is gone. */
export async function readScript(database: Database, sessionId: string): Promise<Script | undefined> {
  const session = await ChatSession.query(database).findById(sessionId).withGraphFetched('lead');
  if (!session) return undefined;
  const messages = await Message.query(database)
    .select('seq', 'role', 'text', 'turnSeq', 'createdAt')
    .where({ sessionId })
    .orderBy('seq')
    .limit(MESSAGES_MAX);
  const given: Given[] = session.lead
    ? await database('lead_changes')
        .where({ leadId: session.lead.id, kind: 'detail' })
        .whereNot({ source: 'agent' })
        .orderBy(['at', 'id'])
        .select('field', 'newValue as value', 'at')
    : [];
  const { greeting, turns } = toTurns(messages);
  const kept = turns.slice(0, TURNS_MAX);
  const { pageUrl, pageTitle, locale } = session;
  return {
    session: { pageUrl, pageTitle, locale },
    greeting,
    ...withGiven(kept, given),
    lead: leadValues(session.lead),
  };
}

/** The talk in turns. Replies name the visitor's message they answer; where none is named, the order says it. */
function toTurns(messages: readonly Said[]): { greeting: string | null; turns: ScriptTurn[] } {
  const turns: ScriptTurn[] = [];
  let greeting: string | null = null;
  let open: Said[] = [];
  let between: ScriptTurn['between'] = [];
  const close = (said: Said[], reply?: string) => {
    if (said.length === 0) return;
    const texts = said.map(({ text }) => text);
    const at = said.at(-1)!.createdAt.toISOString();
    turns.push({ between, given: {}, said: texts, replies: reply === undefined ? [] : [reply], at });
    between = [];
  };
  for (const message of messages) {
    const { role, text, turnSeq } = message;
    if (role === 'visitor') open.push(message);
    else if (role === 'staff') {
      // What a person answered is no turn of the assistant's; it only knows that it was said.
      between.push(...open.map((said) => ({ role: 'visitor' as const, text: said.text })), {
        role: 'staff',
        text,
      });
      open = [];
    } else if (role === 'assistant') {
      const answered = open.filter(({ seq }) => turnSeq === null || seq <= turnSeq);
      open = open.filter((said) => !answered.includes(said));
      const last = turns.at(-1);
      if (answered.length > 0) close(answered, text);
      else if (last) last.replies.push(text);
      else greeting = greeting === null ? text : `${greeting}\n\n${text}`;
    }
  }
  close(open);
  return { greeting, turns };
}

/** Puts what came by the form, by staff or by an automation before the turn that could know of it. */
function withGiven(turns: ScriptTurn[], given: readonly Given[]): Pick<Script, 'turns' | 'given'> {
  const after: Script['given'] = {};
  for (const { field, value, at } of given) {
    const turn = turns.find((candidate) => new Date(candidate.at) >= at);
    (turn?.given ?? after)[field] = value;
  }
  return { turns, given: after };
}
