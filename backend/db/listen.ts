/**
 * LISTEN with reconnect.
 *
 * One connection outside the pool. Whenever it was gone, `onGap` is called after it is back: a notification is only
 * a hint, and a reader that may have missed some must look at its table. `onNotification` gets channel and payload.
 */
import pg from 'pg';
import { errorForLog, type Logger } from '../log.ts';
import { watchConnection } from './watch-connection.ts';

/** Who only listens would never notice that the other side has gone without a word. */
const ASK_EVERY_MS = 5_000;

export interface ListenOptions {
  url: string;
  /** Of the connection, as the server lists it. */
  name: string;
  channels: readonly string[];
  log: Logger;
  onNotification(channel: string, payload: string): void;
  onGap(): void;
}

export class Listener {
  private client?: pg.Client;
  private timer?: NodeJS.Timeout;
  private stopped = false;
  private tries = 0;

  constructor(private readonly options: ListenOptions) {}

  /** Connects for the first time. Rejects when that fails; afterwards the listener heals by itself. */
  async start(): Promise<void> {
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: this.options.name,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('notification', (n) => this.options.onNotification(n.channel, n.payload ?? ''));
    client.on('error', (err) =>
      this.options.log.warn({ err: errorForLog(err) }, 'listening was interrupted'),
    );
    await client.connect();
    await watchConnection(client, this.options.url);
    for (const channel of this.options.channels)
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    const asking = setInterval(() => void client.query('SELECT 1').catch(() => {}), ASK_EVERY_MS);
    client.once('end', () => {
      clearInterval(asking);
      this.reconnectLater();
    });
    this.client = client;
    this.tries = 0;
  }

  private reconnectLater(): void {
    if (this.stopped) return;
    const delay = Math.min(5_000, 100 * 2 ** this.tries++);
    this.timer = setTimeout(async () => {
      try {
        await this.connect();
        if (this.stopped) await this.stop();
        else this.options.onGap();
      } catch {
        this.reconnectLater();
      }
    }, delay);
  }
}
