/**
 * The queue for its page: the entries in order, what comes after one, and how it changes while others read too. An
 * entry that somebody else judged leaves, and `news` says who it was.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Coverage, QueueEntry } from '../../../backend/reviews/queue/schema.ts';
import { type LiveChange, live } from '../../api/live.ts';
import { choiceToUrl, type QueueChoice, readQueue } from '../../api/review-queue.ts';
import { texts as common } from '../../languages/en/app.ts';
import { queueTexts as texts } from '../../languages/en/queue.ts';
import { conversationName } from '../../ui/naming.ts';
import { PagedList } from '../paged-list.ts';
import { viewer } from '../viewer.ts';
import { sitting } from './review-sitting.ts';

const PAGE_SIZE = 50;
/** The most the server gives at once. */
const PAGE_MAX = 200;
/** News come in bunches: one question answers them all. */
const CALM_MS = 400;
/** With so few left the next ones are fetched. */
const FEW = 8;

export type QueueItem = QueueEntry & { id: string };

export class ReviewQueue implements ReactiveController {
  coverage: Coverage | null = null;
  /** Who judged what meanwhile; the last one. */
  news = '';
  readonly list: PagedList<QueueItem>;
  readonly #host: ReactiveControllerHost;
  #choice: QueueChoice = {};
  #isAsked = false;
  /** How often was asked so far, and how often before each entry left. */
  #asked = 0;
  readonly #left = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: (() => void)[] = [];
  /** Each entry and where it stood last: what comes after one that has left is what took its place. */
  readonly #stood = new Map<string, { item: QueueItem; place: number }>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.list = new PagedList<QueueItem>(host, async (cursor, signal, wanted) => {
      const limit = Math.min(PAGE_MAX, Math.max(PAGE_SIZE, wanted));
      const asked = ++this.#asked;
      const page = await readQueue({ ...this.#choice, limit, cursor }, signal);
      this.coverage = page.coverage;
      const items = page.items.map((entry) => ({ ...entry, id: entry.session.id }));
      // What was judged since this was asked for is in the answer still.
      return { ...page, items: items.filter(({ id }) => (this.#left.get(id) ?? 0) < asked) };
    });
    host.addController(this);
  }

  /** What is to be read in this sitting, in order. */
  get items(): readonly QueueItem[] {
    const { skipped } = sitting.value;
    return this.list.items.filter(({ id }) => !skipped.has(id));
  }

  hostConnected(): void {
    this.#isAsked = true;
    let wasOpen = live.state.value === 'open';
    this.#stops = [
      live.subscribe((change) => this.#onChange(change)),
      live.state.subscribe((state) => {
        // What happened before the stream stood was told to nobody.
        if (state === 'open' && !wasOpen) this.#askSoon();
        wasOpen = state === 'open';
      }),
      sitting.subscribe(() => this.#host.requestUpdate()),
    ];
  }

  hostDisconnected(): void {
    this.#isAsked = false;
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  hostUpdated(): void {
    for (const [place, item] of this.items.entries()) this.#stood.set(item.id, { item, place });
  }

  /** Shows the queue under other filters; does nothing when they are the same. */
  show(choice: QueueChoice): void {
    if (choiceToUrl(choice) === choiceToUrl(this.#choice)) return;
    this.#choice = choice;
    this.list.items = [];
    if (this.#isAsked) void this.list.load();
  }

  find(id: string | null): QueueItem | undefined {
    return this.list.items.find((item) => item.id === id);
  }

  /** An entry also after it has left: news of a verdict may come before the answer to the verdict itself. */
  remember(id: string): QueueItem | undefined {
    return this.find(id) ?? this.#stood.get(id)?.item;
  }

  /** The entry so many places on; of one that has left, what took its place. At the end undefined. */
  neighbour(id: string | null, by: 1 | -1): QueueItem | undefined {
    const { items } = this;
    const at = items.findIndex((item) => item.id === id);
    if (at >= 0) return items[at + by];
    const place = id === null ? 0 : (this.#stood.get(id)?.place ?? 0);
    return by > 0 ? (items[place] ?? items.at(-1)) : items[place - 1];
  }

  /** Takes an entry out that was judged here; the server's word follows. */
  leave(id: string): void {
    this.#left.set(id, this.#asked);
    this.list.items = this.list.items.filter((item) => item.id !== id);
    this.#host.requestUpdate();
    if (this.items.length < FEW) void this.list.loadMore();
    this.#askSoon();
  }

  /** Puts one back whose verdict was taken back, where it stood. */
  restore(item: QueueItem): void {
    this.#left.delete(item.id);
    if (this.find(item.id)) return;
    this.list.items = this.list.items.toSpliced(this.#stood.get(item.id)?.place ?? 0, 0, item);
    this.#host.requestUpdate();
  }

  #onChange({ name, data, local }: LiveChange): void {
    const { session, review } = data;
    const shown = this.find(data.sessionId ?? null);
    if (shown && session) this.list.replace({ ...shown, session: { ...shown.session, ...session } });
    if (shown && name === 'review.changed' && session && !waits(session.qaStatus)) {
      const me = viewer.value.status === 'signed-in' ? viewer.value.user.id : null;
      if (review && review.user.id !== me)
        this.news = texts.judgedBy(
          review.user.name,
          conversationName(shown.session),
          common.qa[review.toStatus].toLowerCase(),
        );
      this.leave(shown.id);
    } else if (shown && (name === 'session.deleted' || session?.archiveStatus === 'archived'))
      this.leave(shown.id);
    else if (!local && (name === 'queue.changed' || name === 'review.changed' || name === 'resync'))
      this.#askSoon();
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.list.load({ quiet: true }), CALM_MS);
  }
}

/** A verdict ends the waiting; taking one back, and saying that it is fixed, begin it again. */
const waits = (status: QueueEntry['session']['qaStatus']) => status === 'unchecked' || status === 'fixed';
