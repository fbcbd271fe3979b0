/**
 * Who is typing right now: carried from process to process by NOTIFY and never stored. What is lost on the way costs
 * nothing, and "typing" that nobody repeats ends by itself.
 */
import type { Database } from '../db/knex.ts';

export const TYPING_CHANNEL = 'parlour_typing';

/** The same news within this time is not passed on; writers repeat theirs less often. */
const THROTTLE_MS = 1_000;
/** Without news for so long, somebody has stopped. */
const LASTS_MS = 6_000;
/** Only so many are remembered; strangers must not make the memory grow. */
const REMEMBERED = 5_000;

export interface Typing {
  sessionId: string;
  siteId: string;
  from: 'visitor' | 'staff';
  /** As visitors may know it; for staff. */
  name?: string;
  on: boolean;
}

export type TypingListener = (news: Typing) => void;

export class TypingFeed {
  private readonly listeners = new Set<TypingListener>();
  private readonly said = new Map<string, { on: boolean; at: number }>();
  private readonly ends = new Map<string, NodeJS.Timeout>();

  constructor(private readonly database: Database) {}

  onTyping(listener: TypingListener): void {
    this.listeners.add(listener);
  }

  /** Tells every process, unless the same has just been said. */
  async say(news: Typing): Promise<void> {
    const key = keyOf(news);
    const before = this.said.get(key);
    const now = Date.now();
    if (before && before.on === news.on && now - before.at < THROTTLE_MS) return;
    if (this.said.size >= REMEMBERED) this.said.clear();
    this.said.set(key, { on: news.on, at: now });
    await this.database.raw('SELECT pg_notify(?, ?)', [TYPING_CHANNEL, JSON.stringify(news)]);
  }

  /** Takes what the channel brought. */
  hear(payload: string): void {
    const news = JSON.parse(payload) as Typing;
    const key = keyOf(news);
    clearTimeout(this.ends.get(key));
    this.ends.delete(key);
    if (news.on) {
      const end = setTimeout(() => {
        this.ends.delete(key);
        this.tell({ ...news, on: false });
      }, LASTS_MS).unref();
      this.ends.set(key, end);
    }
    this.tell(news);
  }

  private tell(news: Typing): void {
    for (const listener of this.listeners) listener(news);
  }
}

const keyOf = ({ sessionId, from }: Typing) => `${from}/${sessionId}`;
