/** One conversation of `FakeVisitorApi`: what was said, who listens, and how a turn goes. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { MessageView, VisitorSession } from '../../../backend/visitor/schema.ts';
import { formatEvent, openStream, send } from './wire.ts';

export interface Reply {
  text: string;
  choices?: string[];
  completed?: boolean;
  /** The answer breaks off: the socket is cut, or an `error` event is sent. */
  breaks?: 'cut' | 'error';
}

/** What a test decides about each answer. */
interface Answering {
  reply: (text: string) => Reply | Promise<Reply>;
  betweenDeltas: () => Promise<void>;
}

export class FakeConversation {
  readonly session: VisitorSession;
  readonly messages: MessageView[];
  readonly streams = new Set<ServerResponse>();
  /** What was answered to each message, as a message that is sent again is not answered anew. */
  readonly #answered = new Map<string, MessageView[]>();

  constructor(session: VisitorSession, messages: MessageView[] = []) {
    this.session = session;
    this.messages = messages;
  }

  add(message: Partial<MessageView> & { role: MessageView['role']; text: string }): MessageView {
    const whole = {
      id: randomUUID(),
      seq: this.messages.length + 1,
      createdAt: new Date().toISOString(),
      ...message,
    };
    this.messages.push(whole);
    return whole;
  }

  /** To everybody who listens. */
  tell(event: string, data: unknown): void {
    for (const stream of this.streams) send(stream, event, data);
  }

  async turn(
    response: ServerResponse,
    { id, text }: { id: string; text: string },
    answering: Answering,
  ): Promise<void> {
    openStream(response);
    let own = this.messages.find((message) => message.id === id);
    if (!own) {
      own = this.add({ id, role: 'visitor', text });
      this.tell('message', own);
    }
    send(response, 'message', own);
    const known = this.#answered.get(id);
    if (known) {
      for (const message of known) send(response, 'message', message);
      send(response, 'done', {});
      return void response.end();
    }
    const { breaks, completed, ...answer } = await answering.reply(text);
    for (const piece of this.session.mode === 'human' ? [] : answer.text.match(/\S+\s*/g)!) {
      send(response, 'delta', { text: piece });
      await answering.betweenDeltas();
      if (breaks === 'cut') return void response.destroy();
      if (breaks === 'error')
        return void response.end(formatEvent('error', { error: { id: 'agent_failed', message: 'No' } }));
    }
    if (this.session.mode === 'ai') {
      const message = this.add({ role: 'assistant', ...answer });
      this.#answered.set(id, [message]);
      this.tell('message', message);
      send(response, 'message', message);
    }
    if (completed) {
      this.session.completionStatus = 'completed';
      send(response, 'session', this.session);
    }
    send(response, 'done', {});
    response.end();
  }
}
