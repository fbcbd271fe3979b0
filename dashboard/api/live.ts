/**
 * What changes on the server, as it changes: one EventSource for the tab.
 *
 * The promise to those who subscribe: apply every change you are told, reload when told `resync`, and you show what the
 * server has. A short cut heals inside the browser, which asks again with Last-Event-ID (HTML Standard, 9.2). Where the
 * browser gives up (the stream was refused, the machine slept) a new one is opened, which says in its address what came
 * last; without a position to go on from, `resync` is told.
 */
import type { EventType } from '../../backend/events/catalogue.ts';
import type { LiveData, LiveEventName, VisitorTyping } from '../../backend/live/schema.ts';
import { Store } from '../controllers/store.ts';

/** One change. `local` marks our own, shown before the server has answered. */
export interface LiveChange {
  name: LiveEventName;
  data: LiveData;
  local: boolean;
}

/** Every name of the catalogue; one that is missing or made up does not compile. */
const eventNames: Record<EventType, true> = {
  'session.created': true,
  'session.updated': true,
  'session.taken_over': true,
  'session.released': true,
  'session.completed': true,
  'session.abandoned': true,
  'session.waiting': true,
  'session.archived': true,
  'session.unarchived': true,
  'session.deleted': true,
  'message.created': true,
  'lead.updated': true,
  'lead.completed': true,
  'lead.qualified': true,
  'incident.opened': true,
  'incident.changed': true,
  'review.changed': true,
  'review.issue': true,
  'review.fixed': true,
  'queue.changed': true,
  'replay.changed': true,
  'delivery.updated': true,
  'labels.changed': true,
  'site.updated': true,
  'knowledge.changed': true,
  'staff.changed': true,
  'staff.invited': true,
  'staff.reset_requested': true,
  'api_key.revoked': true,
};

const RETRY_MS = 3_000;
/** A cut shorter than this is not worth a word. */
const SAY_LOST_AFTER_MS = 1_500;
const HEARTBEAT_MS = 30_000;
/** Longer than browsers stretch the timers of a hidden tab, which is a minute. */
const SLEPT_MS = 150_000;

export type Connection = 'off' | 'connecting' | 'open' | 'lost';

export class LiveConnection {
  readonly state = new Store<Connection>('off');
  /** Called when the stream is refused, and when it stands again: perhaps we are signed out, or somebody else by now. */
  onCut: () => void = () => {};
  /** Hears which visitor types; that changes nothing, so those who subscribe to changes are not told. */
  onTyping: (news: VisitorTyping) => void = () => {};
  readonly #url: string;
  readonly #listeners = new Set<(change: LiveChange) => void>();
  #source: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #sayLost: ReturnType<typeof setTimeout> | undefined;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #lastBeat = 0;
  #opened = false;
  /** The id of what came last; the server's `ready` brings the first. */
  #position = '';

  constructor(url = '/api/v1/live') {
    this.#url = url;
  }

  subscribe(listener: (change: LiveChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells the page of a change of our own, ahead of the server. */
  publishLocally(name: LiveEventName, data: LiveData): void {
    this.#tell({ name, data, local: true });
  }

  open(): void {
    if (this.#source) return;
    this.#opened = false;
    this.#position = '';
    addEventListener('online', this.#reopen);
    addEventListener('offline', this.#sayOffline);
    this.#lastBeat = Date.now();
    this.#heartbeat = setInterval(this.#beat, HEARTBEAT_MS);
    this.#connect();
  }

  close(): void {
    removeEventListener('online', this.#reopen);
    removeEventListener('offline', this.#sayOffline);
    clearInterval(this.#heartbeat);
    this.#drop();
    this.state.set('off');
  }

  #connect(): void {
    const from = this.#position && `?lastEventId=${encodeURIComponent(this.#position)}`;
    const source = new EventSource(`${this.#url}${from}`);
    this.#source = source;
    if (this.state.value === 'off') this.state.set('connecting');
    source.onopen = () => this.#onOpen();
    source.onerror = () => this.#onError(source);
    const listen = (name: LiveEventName) =>
      source.addEventListener(name, (event: MessageEvent<string>) => {
        this.#notePosition(event);
        this.#tell({ name, data: parse(event.data), local: false });
      });
    source.addEventListener('ready', (event: MessageEvent) => this.#notePosition(event));
    source.addEventListener('visitor.typing', (event: MessageEvent<string>) =>
      this.onTyping(JSON.parse(event.data) as VisitorTyping),
    );
    for (const name of Object.keys(eventNames) as EventType[]) listen(name);
    listen('resync');
  }

  #onOpen(): void {
    clearTimeout(this.#sayLost);
    this.#sayLost = undefined;
    if (this.#opened) this.onCut();
    const mayHaveMissed = this.#opened && this.#position === '';
    this.#opened = true;
    this.state.set('open');
    if (mayHaveMissed) this.#tell({ name: 'resync', data: {}, local: false });
  }

  #notePosition({ lastEventId }: MessageEvent): void {
    this.#position = lastEventId || this.#position;
  }

  #onError(source: EventSource): void {
    this.#sayLost ??= setTimeout(() => this.state.set('lost'), SAY_LOST_AFTER_MS);
    // While it is connecting the browser tries again by itself; closed means that it has given up.
    if (source.readyState !== EventSource.CLOSED) return;
    this.onCut();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(this.#reopen, RETRY_MS);
  }

  readonly #reopen = () => {
    if (this.#source?.readyState === EventSource.OPEN && this.state.value === 'open') return;
    this.#startOver();
  };

  /** The browser knows of a pulled plug long before the stream does. */
  readonly #sayOffline = () => this.state.set('lost');

  /** A machine that slept has a stream that only looks alive; the gap between two beats gives it away. */
  readonly #beat = () => {
    const slept = Date.now() - this.#lastBeat > SLEPT_MS;
    this.#lastBeat = Date.now();
    if (slept) this.#startOver();
  };

  #startOver(): void {
    this.#source?.close();
    clearTimeout(this.#retry);
    this.#connect();
  }

  #drop(): void {
    this.#source?.close();
    this.#source = undefined;
    clearTimeout(this.#retry);
    clearTimeout(this.#sayLost);
    this.#sayLost = undefined;
  }

  #tell(change: LiveChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

function parse(text: string): LiveData {
  return text === '' ? {} : (JSON.parse(text) as LiveData);
}

/** The tab's one connection. */
export const live = new LiveConnection();
