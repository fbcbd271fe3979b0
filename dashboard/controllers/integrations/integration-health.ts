/** How the integrations of a site fare, kept true while things are sent. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { IntegrationHealth } from '../../../backend/integrations/health/schema.ts';
import { readIntegrations } from '../../api/integrations.ts';
import { type LiveChange, live } from '../../api/live.ts';

/** A receiver that fails for many at once is not worth a question for each. */
const AT_MOST_EVERY_MS = 1_000;

export class HealthWatch implements ReactiveController {
  items: IntegrationHealth[] = [];
  failed = false;

  readonly #host: ReactiveControllerHost;
  #siteId = '';
  #stop = () => {};
  #planned: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = live.subscribe((change) => this.#onChange(change));
  }

  hostDisconnected(): void {
    this.#stop();
    clearTimeout(this.#planned);
  }

  of(kind: IntegrationHealth['kind']): IntegrationHealth | null {
    return this.items.find((item) => item.kind === kind) ?? null;
  }

  watch(siteId: string): void {
    this.#siteId = siteId;
    void this.#load();
  }

  /** Takes what an answer has told already. */
  take(items: IntegrationHealth[]): void {
    this.items = items;
    this.failed = false;
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    const id = this.#siteId;
    try {
      const items = await readIntegrations(id);
      if (id === this.#siteId) this.take(items);
    } catch {
      if (id !== this.#siteId) return;
      this.failed = this.items.length === 0;
      this.#host.requestUpdate();
    }
  }

  #onChange({ name, data }: LiveChange): void {
    const isOurs =
      name === 'resync' ||
      (name === 'site.updated' && data.siteId === this.#siteId) ||
      (name === 'delivery.updated' && data.delivery?.site?.id === this.#siteId);
    if (!isOurs || this.#planned !== undefined) return;
    this.#planned = setTimeout(() => {
      this.#planned = undefined;
      void this.#load();
    }, AT_MOST_EVERY_MS);
  }
}
